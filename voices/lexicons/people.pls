<?xml version="1.0" encoding="UTF-8"?>
<!-- World leaders and other people of the news that the default voice says wrong without this, as American newsreaders
     say them. How they were chosen and checked: docs/quality.md, "Names". Yours go first: `narrate names`. -->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <lexeme><grapheme>Abiy</grapheme><phoneme>ˈɑːbi</phoneme></lexeme>
  <lexeme><grapheme>Afwerki</grapheme><phoneme>ɑːfˈwɛrki</phoneme></lexeme>
  <lexeme><grapheme>Ahmadinejad</grapheme><phoneme>ˌɑːmədiˈnɛʒɑːd</phoneme></lexeme>
  <lexeme><grapheme>Ai Weiwei</grapheme><phoneme>aɪ ˌweɪˈweɪ</phoneme></lexeme>
  <lexeme><grapheme>Akufo-Addo</grapheme><phoneme>əˈkuːfoʊ ˈædoʊ</phoneme></lexeme>
  <lexeme><grapheme>Alastair</grapheme><phoneme>ˈæləstər</phoneme></lexeme>
  <lexeme><grapheme>Aliyev</grapheme><phoneme>əˈliːɛf</phoneme></lexeme>
  <lexeme><grapheme>Angela Merkel</grapheme><phoneme>ˈɑːŋɡələ ˈmɛrkəl</phoneme></lexeme>
  <lexeme><grapheme>Antonio Guterres</grapheme><grapheme>António Guterres</grapheme><phoneme>ænˌtoʊnioʊ ɡuˈtɛrəs</phoneme></lexeme>
  <lexeme><grapheme>Aoife</grapheme><phoneme>ˈiːfə</phoneme></lexeme>
  <lexeme><grapheme>Aoun</grapheme><phoneme>ˈaʊn</phoneme></lexeme>
  <lexeme><grapheme>Arevalo</grapheme><grapheme>Arévalo</grapheme><phoneme>əˈrɛvəloʊ</phoneme></lexeme>
  <lexeme><grapheme>Aung San Suu Kyi</grapheme><phoneme>ˌaʊŋ ˌsɑːn suː ˈtʃiː</phoneme></lexeme>
  <lexeme><grapheme>Ayrault</grapheme><phoneme>eɪˈroʊ</phoneme></lexeme>
  <lexeme><grapheme>Bachelet</grapheme><phoneme>ˌbɑːtʃəˈlɛt</phoneme></lexeme>
  <lexeme><grapheme>Ban Ki-moon</grapheme><phoneme>ˌbɑːn kiˈmuːn</phoneme></lexeme>
  <lexeme><grapheme>Barack Obama</grapheme><phoneme>bəˈrɑːk oʊˈbɑːmə</phoneme></lexeme>
  <lexeme><grapheme>Bashar</grapheme><phoneme>bəˈʃɑːr</phoneme></lexeme>
  <lexeme><grapheme>Bayrou</grapheme><phoneme>baɪˈruː</phoneme></lexeme>
  <lexeme><grapheme>Benazir Bhutto</grapheme><phoneme>ˌbɛnəzɪr ˈbuːtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Benjamin Netanyahu</grapheme><phoneme>ˌbɛndʒəmɪn ˌnɛtənˈjɑːhuː</phoneme></lexeme>
  <lexeme><grapheme>Berdymukhamedov</grapheme><phoneme>ˌbɛrdiˌmuːkəˈmɛdɔːf</phoneme></lexeme>
  <lexeme><grapheme>Berlusconi</grapheme><phoneme>ˌbɛrluˈskoʊni</phoneme></lexeme>
  <lexeme><grapheme>Bezos</grapheme><phoneme>ˈbeɪzoʊs</phoneme></lexeme>
  <lexeme><grapheme>Bhutto</grapheme><phoneme>ˈbuːtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Blagojevich</grapheme><phoneme>bləˈɡɔɪəvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Boehner</grapheme><phoneme>ˈbeɪnər</phoneme></lexeme>
  <lexeme><grapheme>Bolsonaro</grapheme><phoneme>ˌboʊlsəˈnɑːroʊ</phoneme></lexeme>
  <lexeme><grapheme>Boluarte</grapheme><phoneme>ˌboʊluˈɑːrteɪ</phoneme></lexeme>
  <lexeme><grapheme>Bouteflika</grapheme><phoneme>ˌbuːtəˈfliːkə</phoneme></lexeme>
  <lexeme><grapheme>Boutros Boutros-Ghali</grapheme><phoneme>ˌbuːtroʊs ˌbuːtroʊs ˈɡɑːli</phoneme></lexeme>
  <lexeme><grapheme>Brezhnev</grapheme><phoneme>ˈbrɛʒnɛf</phoneme></lexeme>
  <lexeme><grapheme>Brzezinski</grapheme><phoneme>brəˈʒɪnski</phoneme></lexeme>
  <lexeme><grapheme>Buhari</grapheme><phoneme>buˈhɑːri</phoneme></lexeme>
  <lexeme><grapheme>Bukele</grapheme><phoneme>buˈkɛleɪ</phoneme></lexeme>
  <lexeme><grapheme>Burhan</grapheme><phoneme>bʊrˈhɑːn</phoneme></lexeme>
  <lexeme><grapheme>Buthelezi</grapheme><phoneme>ˌbuːtəˈleɪzi</phoneme></lexeme>
  <lexeme><grapheme>Buttigieg</grapheme><phoneme>ˈbuːtɪdʒɪdʒ</phoneme></lexeme>
  <lexeme><grapheme>Cavusoglu</grapheme><grapheme>Çavuşoğlu</grapheme><phoneme>ˌtʃɑːvuˈʃoʊluː</phoneme></lexeme>
  <lexeme><grapheme>Chimamanda Ngozi Adichie</grapheme><phoneme>ˌtʃiːməˈmɑːndə əŋˈɡoʊzi əˈdiːtʃeɪ</phoneme></lexeme>
  <lexeme><grapheme>Chirac</grapheme><phoneme>ʃɪˈrɑːk</phoneme></lexeme>
  <lexeme><grapheme>Chiwetel Ejiofor</grapheme><phoneme>ˈtʃuːətɛl ˈɛdʒioʊfɔːr</phoneme></lexeme>
  <lexeme><grapheme>Chopin</grapheme><phoneme>ˈʃoʊpæn</phoneme></lexeme>
  <lexeme><grapheme>Chretien</grapheme><grapheme>Chrétien</grapheme><phoneme>kreɪˈtjɛn</phoneme></lexeme>
  <lexeme><grapheme>Churkin</grapheme><phoneme>ˈtʃʊrkɪn</phoneme></lexeme>
  <lexeme><grapheme>Ciaran</grapheme><grapheme>Ciarán</grapheme><phoneme>ˈkɪrən</phoneme></lexeme>
  <lexeme><grapheme>Correa</grapheme><phoneme>kəˈreɪə</phoneme></lexeme>
  <lexeme><grapheme>Davutoglu</grapheme><grapheme>Davutoğlu</grapheme><phoneme>dɑːˈvuːtoʊluː</phoneme></lexeme>
  <lexeme><grapheme>Deng Xiaoping</grapheme><phoneme>dʌŋ ʃaʊˈpɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Dijsselbloem</grapheme><phoneme>ˈdaɪsəlblum</phoneme></lexeme>
  <lexeme><grapheme>Djokovic</grapheme><grapheme>Đoković</grapheme><phoneme>ˈdʒoʊkəvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Dostoevsky</grapheme><grapheme>Dostoyevsky</grapheme><phoneme>ˌdɔːstɔɪˈɛfski</phoneme></lexeme>
  <lexeme><grapheme>Draghi</grapheme><phoneme>ˈdrɑːɡi</phoneme></lexeme>
  <lexeme><grapheme>Duterte</grapheme><phoneme>duˈtɛrteɪ</phoneme></lexeme>
  <lexeme><grapheme>Enrique Peña Nieto</grapheme><grapheme>Enrique Pena Nieto</grapheme><phoneme>ɛnˈriːkeɪ ˈpeɪnjə niˈɛtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Erdogan</grapheme><grapheme>Erdoğan</grapheme><phoneme>ˈɛrdəwɑːn</phoneme></lexeme>
  <lexeme><grapheme>Evo Morales</grapheme><phoneme>ˈeɪvoʊ məˈrɑːlɛs</phoneme></lexeme>
  <lexeme><grapheme>Farage</grapheme><phoneme>fəˈrɑːʒ</phoneme></lexeme>
  <lexeme><grapheme>Fauci</grapheme><phoneme>ˈfaʊtʃi</phoneme></lexeme>
  <lexeme><grapheme>Feijoo</grapheme><grapheme>Feijóo</grapheme><phoneme>ˌfeɪˈhoʊ</phoneme></lexeme>
  <lexeme><grapheme>Felipe Calderón</grapheme><grapheme>Felipe Calderon</grapheme><phoneme>fɛˈliːpeɪ ˌkɑːldɛˈroʊn</phoneme></lexeme>
  <lexeme><grapheme>Fico</grapheme><phoneme>ˈfiːtsoʊ</phoneme></lexeme>
  <lexeme><grapheme>Fillon</grapheme><phoneme>fiːˈjɔːn</phoneme></lexeme>
  <lexeme><grapheme>Francois</grapheme><grapheme>François</grapheme><phoneme>frɑːnˈswɑː</phoneme></lexeme>
  <lexeme><grapheme>Friedrich Merz</grapheme><phoneme>ˈfriːdrɪk ˈmɛrts</phoneme></lexeme>
  <lexeme><grapheme>Fumio Kishida</grapheme><phoneme>ˈfuːmioʊ kɪˈʃiːdə</phoneme></lexeme>
  <lexeme><grapheme>Gabriel Boric</grapheme><phoneme>ˌɡɑːbriˈɛl ˈbɔːrɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Gandhi</grapheme><phoneme>ˈɡɑːndi</phoneme></lexeme>
  <lexeme><grapheme>Giorgia</grapheme><phoneme>ˈdʒɔːrdʒə</phoneme></lexeme>
  <lexeme><grapheme>Giuliani</grapheme><phoneme>ˌdʒuːliˈɑːni</phoneme></lexeme>
  <lexeme><grapheme>Giuseppe Conte</grapheme><phoneme>dʒuˈzɛpeɪ ˈkoʊnteɪ</phoneme></lexeme>
  <lexeme><grapheme>Goethe</grapheme><phoneme>ˈɡɜːrtə</phoneme></lexeme>
  <lexeme><grapheme>Goita</grapheme><grapheme>Goïta</grapheme><phoneme>ɡɔɪˈtɑː</phoneme></lexeme>
  <lexeme><grapheme>Gorbachev</grapheme><phoneme>ˈɡɔːrbətʃɔːf</phoneme></lexeme>
  <lexeme><grapheme>Gotabaya</grapheme><phoneme>ˌɡoʊtəˈbaɪə</phoneme></lexeme>
  <lexeme><grapheme>Gulen</grapheme><grapheme>Gülen</grapheme><phoneme>ɡuˈlɛn</phoneme></lexeme>
  <lexeme><grapheme>Gustavo Petro</grapheme><phoneme>ɡuˈstɑːvoʊ ˈpeɪtroʊ</phoneme></lexeme>
  <lexeme><grapheme>Guterres</grapheme><phoneme>ɡuˈtɛrəs</phoneme></lexeme>
  <lexeme><grapheme>Haniyeh</grapheme><phoneme>hɑːˈniːjə</phoneme></lexeme>
  <lexeme><grapheme>Hasina</grapheme><phoneme>həˈsiːnə</phoneme></lexeme>
  <lexeme><grapheme>Herzog</grapheme><phoneme>ˈhɛrtsɔːɡ</phoneme></lexeme>
  <lexeme><grapheme>Hichilema</grapheme><phoneme>ˌhiːtʃiˈlɛmə</phoneme></lexeme>
  <lexeme><grapheme>Ho Chi Minh</grapheme><phoneme>ˌhoʊ tʃiː ˈmɪn</phoneme></lexeme>
  <lexeme><grapheme>Hollande</grapheme><phoneme>oʊˈlɑːnd</phoneme></lexeme>
  <lexeme><grapheme>Houphouët-Boigny</grapheme><grapheme>Houphouet-Boigny</grapheme><phoneme>uˈfweɪ bwɑːˈnjiː</phoneme></lexeme>
  <lexeme><grapheme>Hu Jintao</grapheme><phoneme>huː dʒɪnˈtaʊ</phoneme></lexeme>
  <lexeme><grapheme>Hugo Chávez</grapheme><grapheme>Hugo Chavez</grapheme><phoneme>ˌuːɡoʊ ˈtʃɑːvɛz</phoneme></lexeme>
  <lexeme><grapheme>Hun Manet</grapheme><phoneme>ˌhʊn mæˈnɛt</phoneme></lexeme>
  <lexeme><grapheme>Hun Sen</grapheme><phoneme>ˌhʊn ˈsɛn</phoneme></lexeme>
  <lexeme><grapheme>Hussein</grapheme><phoneme>huˈseɪn</phoneme></lexeme>
  <lexeme><grapheme>Ibrahimovic</grapheme><grapheme>Ibrahimović</grapheme><phoneme>ˌɪbrəˈhiːməvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Isaias Afwerki</grapheme><phoneme>iˌsaɪəs ɑːfˈwɛrki</phoneme></lexeme>
  <lexeme><grapheme>Ivanishvili</grapheme><phoneme>iˌvɑːniʃˈviːli</phoneme></lexeme>
  <lexeme><grapheme>Izetbegovic</grapheme><grapheme>Izetbegović</grapheme><phoneme>ˌɪzɛtˈbɛɡəvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Iñárritu</grapheme><grapheme>Inarritu</grapheme><phoneme>ɪnˈjɑːrɪtuː</phoneme></lexeme>
  <lexeme><grapheme>Jagmeet</grapheme><phoneme>dʒʌɡˈmiːt</phoneme></lexeme>
  <lexeme><grapheme>Jair</grapheme><phoneme>ʒaɪˈɪr</phoneme></lexeme>
  <lexeme><grapheme>Jaishankar</grapheme><phoneme>ˌdʒaɪˈʃʌŋkər</phoneme></lexeme>
  <lexeme><grapheme>Javier</grapheme><phoneme>hɑːviˈɛr</phoneme></lexeme>
  <lexeme><grapheme>Jawaharlal</grapheme><phoneme>dʒəˌwɑːhərˈlɑːl</phoneme></lexeme>
  <lexeme><grapheme>Jiang Zemin</grapheme><phoneme>dʒɑːŋ dzəˈmɪn</phoneme></lexeme>
  <lexeme><grapheme>Jinping</grapheme><phoneme>dʒɪnˈpɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Joaquin</grapheme><grapheme>Joaquín</grapheme><phoneme>hwɑːˈkiːn</phoneme></lexeme>
  <lexeme><grapheme>Joaquin Phoenix</grapheme><phoneme>hwɑːˌkiːn ˈfiːnɪks</phoneme></lexeme>
  <lexeme><grapheme>Joaquín Guzmán</grapheme><grapheme>Joaquin Guzman</grapheme><phoneme>hwɑːˈkiːn ɡuːsˈmɑːn</phoneme></lexeme>
  <lexeme><grapheme>Jokowi</grapheme><phoneme>dʒoʊˈkoʊwi</phoneme></lexeme>
  <lexeme><grapheme>Jolani</grapheme><grapheme>Golani</grapheme><phoneme>dʒoʊˈlɑːni</phoneme></lexeme>
  <lexeme><grapheme>Jomo Kenyatta</grapheme><phoneme>ˈdʒoʊmoʊ kɛnˈjɑːtə</phoneme></lexeme>
  <lexeme><grapheme>Jubeir</grapheme><phoneme>dʒuˈbɛr</phoneme></lexeme>
  <lexeme><grapheme>Jumblatt</grapheme><phoneme>dʒʊmˈblɑːt</phoneme></lexeme>
  <lexeme><grapheme>Junichiro Koizumi</grapheme><phoneme>ˌdʒuːnɪˈtʃɪroʊ kɔɪˈzuːmi</phoneme></lexeme>
  <lexeme><grapheme>Juppe</grapheme><grapheme>Juppé</grapheme><phoneme>ʒuːˈpeɪ</phoneme></lexeme>
  <lexeme><grapheme>Kabila</grapheme><phoneme>kəˈbiːlə</phoneme></lexeme>
  <lexeme><grapheme>Kaczynski</grapheme><grapheme>Kaczyński</grapheme><phoneme>kəˈtʃɪnski</phoneme></lexeme>
  <lexeme><grapheme>Kagame</grapheme><phoneme>kəˈɡɑːmeɪ</phoneme></lexeme>
  <lexeme><grapheme>Karadzic</grapheme><grapheme>Karadžić</grapheme><phoneme>ˈkɑːrədʒɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Kejriwal</grapheme><phoneme>ˈkɛdʒrɪwɑːl</phoneme></lexeme>
  <lexeme><grapheme>Kenyatta</grapheme><phoneme>kɛnˈjɑːtə</phoneme></lexeme>
  <lexeme><grapheme>Khamenei</grapheme><phoneme>ˌkɑːməˈneɪ</phoneme></lexeme>
  <lexeme><grapheme>Khashoggi</grapheme><phoneme>kəˈʃoʊɡdʒi</phoneme></lexeme>
  <lexeme><grapheme>Khodorkovsky</grapheme><phoneme>ˌkoʊdərˈkɔːfski</phoneme></lexeme>
  <lexeme><grapheme>Kilicdaroglu</grapheme><grapheme>Kılıçdaroğlu</grapheme><phoneme>kɪˌlɪtʃˈdɑːroʊluː</phoneme></lexeme>
  <lexeme><grapheme>Kim Jong Un</grapheme><grapheme>Kim Jong-un</grapheme><phoneme>ˌkɪm ˌdʒʌŋ ˈun</phoneme></lexeme>
  <lexeme><grapheme>Kirchner</grapheme><phoneme>ˈkɪrʃnər</phoneme></lexeme>
  <lexeme><grapheme>Kuleba</grapheme><phoneme>kuˈlɛbə</phoneme></lexeme>
  <lexeme><grapheme>Lagarde</grapheme><phoneme>ləˈɡɑːrd</phoneme></lexeme>
  <lexeme><grapheme>Lavrov</grapheme><phoneme>ˈlævrɔːf</phoneme></lexeme>
  <lexeme><grapheme>Le Drian</grapheme><phoneme>lə driˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Lecornu</grapheme><phoneme>ləˈkɔːrnuː</phoneme></lexeme>
  <lexeme><grapheme>Lee Hsien Loong</grapheme><phoneme>ˌliː ʃɛn ˈlʊŋ</phoneme></lexeme>
  <lexeme><grapheme>Lee Jae-myung</grapheme><grapheme>Lee Jae Myung</grapheme><phoneme>ˌiː dʒeɪ ˈmjʌŋ</phoneme></lexeme>
  <lexeme><grapheme>Legault</grapheme><phoneme>ləˈɡoʊ</phoneme></lexeme>
  <lexeme><grapheme>Li Keqiang</grapheme><phoneme>liː kəˈtʃɑːŋ</phoneme></lexeme>
  <lexeme><grapheme>Lionel Messi</grapheme><phoneme>ˌliːoʊˈnɛl ˈmɛsi</phoneme></lexeme>
  <lexeme><grapheme>Liu Xiaobo</grapheme><phoneme>ˌliu ʃaʊˈboʊ</phoneme></lexeme>
  <lexeme><grapheme>Lofven</grapheme><grapheme>Löfven</grapheme><phoneme>luːˈveɪn</phoneme></lexeme>
  <lexeme><grapheme>Lourenco</grapheme><grapheme>Lourenço</grapheme><phoneme>ləˈrɛnsoʊ</phoneme></lexeme>
  <lexeme><grapheme>Macron</grapheme><phoneme>məˈkroʊn</phoneme></lexeme>
  <lexeme><grapheme>Maduro</grapheme><phoneme>məˈdʊroʊ</phoneme></lexeme>
  <lexeme><grapheme>Magufuli</grapheme><phoneme>ˌmɑːɡuˈfuːli</phoneme></lexeme>
  <lexeme><grapheme>Magyar</grapheme><phoneme>ˈmɑːdʒɑːr</phoneme></lexeme>
  <lexeme><grapheme>Malema</grapheme><phoneme>məˈleɪmə</phoneme></lexeme>
  <lexeme><grapheme>Maliki</grapheme><phoneme>ˈmɑːlɪki</phoneme></lexeme>
  <lexeme><grapheme>Marcos</grapheme><phoneme>ˈmɑːrkoʊs</phoneme></lexeme>
  <lexeme><grapheme>Margrethe</grapheme><phoneme>mɑːrˈɡreɪtə</phoneme></lexeme>
  <lexeme><grapheme>Mattarella</grapheme><phoneme>ˌmɑːtəˈrɛlə</phoneme></lexeme>
  <lexeme><grapheme>Mbappe</grapheme><grapheme>Mbappé</grapheme><phoneme>əmˈbɑːpeɪ</phoneme></lexeme>
  <lexeme><grapheme>Medvedev</grapheme><phoneme>mɪdˈvjɛdɛf</phoneme></lexeme>
  <lexeme><grapheme>Melenchon</grapheme><grapheme>Mélenchon</grapheme><phoneme>ˌmeɪlɑːnˈʃɔːn</phoneme></lexeme>
  <lexeme><grapheme>Meles Zenawi</grapheme><phoneme>ˈmɛlɛs ˈzeɪnɑːwi</phoneme></lexeme>
  <lexeme><grapheme>Menzies Campbell</grapheme><phoneme>ˈmɪŋɪs ˈkæmbəl</phoneme></lexeme>
  <lexeme><grapheme>Merz</grapheme><phoneme>ˈmɛrts</phoneme></lexeme>
  <lexeme><grapheme>Micheal</grapheme><grapheme>Micheál</grapheme><phoneme>ˈmiːhɔːl</phoneme></lexeme>
  <lexeme><grapheme>Micheal Martin</grapheme><grapheme>Micheál Martin</grapheme><phoneme>ˈmiːhɔːl ˈmɑːrtɪn</phoneme></lexeme>
  <lexeme><grapheme>Milosevic</grapheme><grapheme>Milošević</grapheme><phoneme>mɪˈloʊʃəvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Min Aung Hlaing</grapheme><phoneme>mɪn aʊŋ ˈlaɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Mitsotakis</grapheme><phoneme>ˌmiːtsoʊˈtɑːkɪs</phoneme></lexeme>
  <lexeme><grapheme>Mitterrand</grapheme><phoneme>ˈmiːtəˌrɑːn</phoneme></lexeme>
  <lexeme><grapheme>Mnangagwa</grapheme><phoneme>məˌnɑːŋˈɡɑːɡwə</phoneme></lexeme>
  <lexeme><grapheme>Mogherini</grapheme><phoneme>ˌmoʊɡəˈriːni</phoneme></lexeme>
  <lexeme><grapheme>Moon Jae-in</grapheme><phoneme>ˌmuːn dʒeɪˈɪn</phoneme></lexeme>
  <lexeme><grapheme>Mourinho</grapheme><phoneme>məˈriːnjoʊ</phoneme></lexeme>
  <lexeme><grapheme>Mugabe</grapheme><phoneme>muˈɡɑːbi</phoneme></lexeme>
  <lexeme><grapheme>Muhammad Yunus</grapheme><phoneme>muˌhɑːməd ˈjuːnus</phoneme></lexeme>
  <lexeme><grapheme>Mujica</grapheme><phoneme>muˈhiːkə</phoneme></lexeme>
  <lexeme><grapheme>Museveni</grapheme><phoneme>muˈsɛvɛni</phoneme></lexeme>
  <lexeme><grapheme>Musharraf</grapheme><phoneme>muˈʃɑːrəf</phoneme></lexeme>
  <lexeme><grapheme>Najib Razak</grapheme><phoneme>nəˈdʒiːb rəˈzɑːk</phoneme></lexeme>
  <lexeme><grapheme>Nasrallah</grapheme><phoneme>ˌnæsrəˈlɑː</phoneme></lexeme>
  <lexeme><grapheme>Nasser</grapheme><phoneme>ˈnɑːsər</phoneme></lexeme>
  <lexeme><grapheme>Navalnaya</grapheme><phoneme>nəˈvɑːlnaɪə</phoneme></lexeme>
  <lexeme><grapheme>Navalny</grapheme><grapheme>Navalnyy</grapheme><phoneme>nəˈvɑːlni</phoneme></lexeme>
  <lexeme><grapheme>Nawaz Sharif</grapheme><phoneme>nəˌwɑːz ʃəˈriːf</phoneme></lexeme>
  <lexeme><grapheme>Nayib</grapheme><phoneme>nɑːˈjiːb</phoneme></lexeme>
  <lexeme><grapheme>Nazarbayev</grapheme><phoneme>ˌnɑːzərˈbaɪɛf</phoneme></lexeme>
  <lexeme><grapheme>Nebenzya</grapheme><grapheme>Nebenzia</grapheme><phoneme>nɪˈbɛnziə</phoneme></lexeme>
  <lexeme><grapheme>Netanyahu</grapheme><phoneme>ˌnɛtənˈjɑːhuː</phoneme></lexeme>
  <lexeme><grapheme>Ngugi wa Thiong'o</grapheme><phoneme>əŋˈɡuːɡi wɑː ˈθjɔːŋɡoʊ</phoneme></lexeme>
  <lexeme><grapheme>Nguyen</grapheme><phoneme>ˈwɪn</phoneme></lexeme>
  <lexeme><grapheme>Niamh</grapheme><phoneme>ˈniːv</phoneme></lexeme>
  <lexeme><grapheme>Nkrumah</grapheme><phoneme>ənˈkruːmə</phoneme></lexeme>
  <lexeme><grapheme>Nyerere</grapheme><phoneme>njɛˈrɛreɪ</phoneme></lexeme>
  <lexeme><grapheme>Obasanjo</grapheme><phoneme>oʊˌbɑːsənˈdʒoʊ</phoneme></lexeme>
  <lexeme><grapheme>Odinga</grapheme><phoneme>oʊˈdɪŋɡə</phoneme></lexeme>
  <lexeme><grapheme>Okonjo-Iweala</grapheme><phoneme>əˌkɒndʒoʊ iweɪˈɑːlə</phoneme></lexeme>
  <lexeme><grapheme>Ouattara</grapheme><phoneme>wəˈtɑːrə</phoneme></lexeme>
  <lexeme><grapheme>Paetongtarn</grapheme><phoneme>ˌpɛˌtɔːŋˈtɑːn</phoneme></lexeme>
  <lexeme><grapheme>Park Geun-hye</grapheme><phoneme>ˌpɑːrk ɡʌnˈheɪ</phoneme></lexeme>
  <lexeme><grapheme>Pashinyan</grapheme><phoneme>ˌpɑːʃiˈnjɑːn</phoneme></lexeme>
  <lexeme><grapheme>Peskov</grapheme><phoneme>ˈpɛskɔːf</phoneme></lexeme>
  <lexeme><grapheme>Pete Buttigieg</grapheme><phoneme>ˌpiːt ˈbuːtɪdʒɪdʒ</phoneme></lexeme>
  <lexeme><grapheme>Peña Nieto</grapheme><grapheme>Pena Nieto</grapheme><phoneme>ˈpeɪnjə niˈɛtoʊ</phoneme></lexeme>
  <lexeme><grapheme>Pramila Jayapal</grapheme><phoneme>prəˈmiːlə ˈdʒaɪəpɑːl</phoneme></lexeme>
  <lexeme><grapheme>Prayut</grapheme><grapheme>Prayuth</grapheme><phoneme>prəˈjuːt</phoneme></lexeme>
  <lexeme><grapheme>Prigozhin</grapheme><phoneme>prɪˈɡoʊʒɪn</phoneme></lexeme>
  <lexeme><grapheme>Puigdemont</grapheme><phoneme>ˌpuːdʒdəˈmɔːnt</phoneme></lexeme>
  <lexeme><grapheme>Putin</grapheme><phoneme>ˈpuːtɪn</phoneme></lexeme>
  <lexeme><grapheme>Qin Gang</grapheme><phoneme>tʃɪn ˈɡɑːŋ</phoneme></lexeme>
  <lexeme><grapheme>Raffarin</grapheme><phoneme>ˈræfəˌræn</phoneme></lexeme>
  <lexeme><grapheme>Raisi</grapheme><phoneme>raɪˈiːsi</phoneme></lexeme>
  <lexeme><grapheme>Rajapaksa</grapheme><phoneme>ˌrɑːdʒəˈpʌksə</phoneme></lexeme>
  <lexeme><grapheme>Rajoy</grapheme><phoneme>rɑːˈhɔɪ</phoneme></lexeme>
  <lexeme><grapheme>Ramaphosa</grapheme><phoneme>ˌrɑːməˈpoʊsə</phoneme></lexeme>
  <lexeme><grapheme>Rashida Tlaib</grapheme><phoneme>rəˈʃiːdə təˈliːb</phoneme></lexeme>
  <lexeme><grapheme>Recep Tayyip</grapheme><phoneme>ˈrɛdʒɛp taɪˈjiːp</phoneme></lexeme>
  <lexeme><grapheme>Reince</grapheme><phoneme>ˈraɪns</phoneme></lexeme>
  <lexeme><grapheme>Reinfeldt</grapheme><phoneme>ˈraɪnfɛlt</phoneme></lexeme>
  <lexeme><grapheme>Renzi</grapheme><phoneme>ˈrɛntsi</phoneme></lexeme>
  <lexeme><grapheme>Rhys</grapheme><phoneme>ˈriːs</phoneme></lexeme>
  <lexeme><grapheme>Riek Machar</grapheme><phoneme>ˌriːɛk məˈtʃɑːr</phoneme></lexeme>
  <lexeme><grapheme>Rodrigo</grapheme><phoneme>rədˈriːɡoʊ</phoneme></lexeme>
  <lexeme><grapheme>Rouhani</grapheme><phoneme>ruˈhɑːni</phoneme></lexeme>
  <lexeme><grapheme>Rousseff</grapheme><phoneme>ruˈsɛf</phoneme></lexeme>
  <lexeme><grapheme>Saakashvili</grapheme><phoneme>ˌsɑːkəʃˈviːli</phoneme></lexeme>
  <lexeme><grapheme>Sadat</grapheme><phoneme>səˈdɑːt</phoneme></lexeme>
  <lexeme><grapheme>Saddam</grapheme><phoneme>səˈdɑːm</phoneme></lexeme>
  <lexeme><grapheme>Sadr</grapheme><phoneme>ˈsɑːdər</phoneme></lexeme>
  <lexeme><grapheme>Saoirse</grapheme><phoneme>ˈsɜːrʃə</phoneme></lexeme>
  <lexeme><grapheme>Saoirse Ronan</grapheme><phoneme>ˈsɜːrʃə ˈroʊnən</phoneme></lexeme>
  <lexeme><grapheme>Sarkozy</grapheme><phoneme>ˌsɑːrkoʊˈziː</phoneme></lexeme>
  <lexeme><grapheme>Satya Nadella</grapheme><phoneme>ˈsʌtjə nəˈdɛlə</phoneme></lexeme>
  <lexeme><grapheme>Schaeuble</grapheme><grapheme>Schäuble</grapheme><phoneme>ˈʃɔɪblə</phoneme></lexeme>
  <lexeme><grapheme>Schiff</grapheme><phoneme>ˈʃɪf</phoneme></lexeme>
  <lexeme><grapheme>Scholz</grapheme><phoneme>ˈʃɔːlts</phoneme></lexeme>
  <lexeme><grapheme>Schroeder</grapheme><grapheme>Schröder</grapheme><phoneme>ˈʃreɪdər</phoneme></lexeme>
  <lexeme><grapheme>Scorsese</grapheme><phoneme>skɔːrˈsɛsi</phoneme></lexeme>
  <lexeme><grapheme>Sharaa</grapheme><phoneme>ˈʃɑːrə</phoneme></lexeme>
  <lexeme><grapheme>Shigeru Ishiba</grapheme><phoneme>ʃɪˈɡɛruː ɪˈʃiːbə</phoneme></lexeme>
  <lexeme><grapheme>Shinawatra</grapheme><phoneme>ʃɪnəˈwɑːt</phoneme></lexeme>
  <lexeme><grapheme>Sinead</grapheme><grapheme>Sinéad</grapheme><phoneme>ʃɪˈneɪd</phoneme></lexeme>
  <lexeme><grapheme>Siobhan</grapheme><grapheme>Siobhán</grapheme><phoneme>ʃɪˈvɔːn</phoneme></lexeme>
  <lexeme><grapheme>Sisi</grapheme><phoneme>ˈsiːsi</phoneme></lexeme>
  <lexeme><grapheme>Sistani</grapheme><phoneme>sɪsˈtɑːni</phoneme></lexeme>
  <lexeme><grapheme>Smotrich</grapheme><phoneme>ˈsmoʊtrɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Solzhenitsyn</grapheme><phoneme>ˌsoʊlʒəˈniːtsɪn</phoneme></lexeme>
  <lexeme><grapheme>Staffan de Mistura</grapheme><phoneme>ˈstæfən də mɪsˈtʊrə</phoneme></lexeme>
  <lexeme><grapheme>Sunak</grapheme><phoneme>ˈsuːnæk</phoneme></lexeme>
  <lexeme><grapheme>Suu Kyi</grapheme><phoneme>suː ˈtʃiː</phoneme></lexeme>
  <lexeme><grapheme>Swiatek</grapheme><grapheme>Świątek</grapheme><phoneme>ʃviˈɒntɛk</phoneme></lexeme>
  <lexeme><grapheme>Takaichi</grapheme><phoneme>ˌtɑːkəˈiːtʃi</phoneme></lexeme>
  <lexeme><grapheme>Tamim</grapheme><phoneme>təˈmiːm</phoneme></lexeme>
  <lexeme><grapheme>Taoiseach Leo Varadkar</grapheme><phoneme>ˈtiːʃək ˌliːoʊ vəˈrædkər</phoneme></lexeme>
  <lexeme><grapheme>Tchaikovsky</grapheme><phoneme>tʃaɪˈkɔːfski</phoneme></lexeme>
  <lexeme><grapheme>Tchiani</grapheme><phoneme>ˈtʃɑːni</phoneme></lexeme>
  <lexeme><grapheme>Tedros Adhanom Ghebreyesus</grapheme><phoneme>ˈtɛdroʊs əˈdɑːnəm ˌɡɛbrəˈjeɪsəs</phoneme></lexeme>
  <lexeme><grapheme>Thaksin Shinawatra</grapheme><phoneme>ˌtɑːksɪn ʃɪnəˈwɑːt</phoneme></lexeme>
  <lexeme><grapheme>Thani</grapheme><phoneme>ˈθɑːni</phoneme></lexeme>
  <lexeme><grapheme>Thein Sein</grapheme><phoneme>ˌteɪn ˈseɪn</phoneme></lexeme>
  <lexeme><grapheme>Timothee Chalamet</grapheme><grapheme>Timothée Chalamet</grapheme><phoneme>ˈtɪməθi ˈʃæləmeɪ</phoneme></lexeme>
  <lexeme><grapheme>Tlaib</grapheme><phoneme>təˈliːb</phoneme></lexeme>
  <lexeme><grapheme>Tsai Ing-wen</grapheme><phoneme>ˌtsaɪ ɪŋˈwʌn</phoneme></lexeme>
  <lexeme><grapheme>Tshisekedi</grapheme><phoneme>ˌtʃiːsəˈkeɪdi</phoneme></lexeme>
  <lexeme><grapheme>Tsipras</grapheme><phoneme>ˈtsiːprəs</phoneme></lexeme>
  <lexeme><grapheme>Tymoshenko</grapheme><phoneme>ˌtɪmoʊˈʃɛŋkoʊ</phoneme></lexeme>
  <lexeme><grapheme>Uhuru</grapheme><phoneme>uˈhuːruː</phoneme></lexeme>
  <lexeme><grapheme>Uribe</grapheme><phoneme>uˈriːbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Vajpayee</grapheme><phoneme>ˈvɑːdʒpaɪi</phoneme></lexeme>
  <lexeme><grapheme>Varoufakis</grapheme><phoneme>ˌværuˈfɑːkɪs</phoneme></lexeme>
  <lexeme><grapheme>Villeneuve</grapheme><phoneme>ˌviːlˈnɜːv</phoneme></lexeme>
  <lexeme><grapheme>Villepin</grapheme><phoneme>viːlˈpæn</phoneme></lexeme>
  <lexeme><grapheme>Vivek</grapheme><phoneme>vɪˈveɪk</phoneme></lexeme>
  <lexeme><grapheme>Volodymyr</grapheme><phoneme>ˌvoʊloʊˈdɪmɪr</phoneme></lexeme>
  <lexeme><grapheme>von der Leyen</grapheme><phoneme>ˌfɔːn dər ˈlaɪən</phoneme></lexeme>
  <lexeme><grapheme>Walesa</grapheme><grapheme>Wałęsa</grapheme><phoneme>vəˈwɛnsə</phoneme></lexeme>
  <lexeme><grapheme>Wickremesinghe</grapheme><phoneme>ˌwɪkrəməˈsɪŋɡə</phoneme></lexeme>
  <lexeme><grapheme>Wilders</grapheme><phoneme>ˈvɪldərs</phoneme></lexeme>
  <lexeme><grapheme>Wojtyla</grapheme><grapheme>Wojtyła</grapheme><phoneme>vɔɪˈtɪwə</phoneme></lexeme>
  <lexeme><grapheme>Xi</grapheme><phoneme>ʃiː</phoneme></lexeme>
  <lexeme><grapheme>Xi Jinping</grapheme><phoneme>ʃiː dʒɪnˈpɪŋ</phoneme></lexeme>
  <lexeme><grapheme>Yair Lapid</grapheme><phoneme>jɑːˈɪr lɑːˈpiːd</phoneme></lexeme>
  <lexeme><grapheme>Yanukovych</grapheme><grapheme>Yanukovich</grapheme><phoneme>ˌjɑːnuˈkoʊvɪtʃ</phoneme></lexeme>
  <lexeme><grapheme>Yasser</grapheme><phoneme>ˈjɑːsər</phoneme></lexeme>
  <lexeme><grapheme>Yoweri</grapheme><phoneme>joʊˈwɛri</phoneme></lexeme>
  <lexeme><grapheme>Yudhoyono</grapheme><phoneme>ˌjuːdoʊˈjoʊnoʊ</phoneme></lexeme>
  <lexeme><grapheme>Zakharova</grapheme><phoneme>zəˈkɑːrəvə</phoneme></lexeme>
  <lexeme><grapheme>Zaluzhny</grapheme><grapheme>Zaluzhnyi</grapheme><phoneme>zəˈluːʒni</phoneme></lexeme>
  <lexeme><grapheme>Zapatero</grapheme><phoneme>ˌsɑːpəˈtɛroʊ</phoneme></lexeme>
  <lexeme><grapheme>Zardari</grapheme><phoneme>zɑːrˈdɑːri</phoneme></lexeme>
  <lexeme><grapheme>Zelensky</grapheme><grapheme>Zelenskyy</grapheme><grapheme>Zelenskiy</grapheme><phoneme>zəˈlɛnski</phoneme></lexeme>
</lexicon>
