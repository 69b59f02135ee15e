<?xml version="1.0" encoding="UTF-8"?>
<!-- Places and peoples of the news that the default voice says wrong without this, as American newsreaders
     say them. How they were chosen and checked: docs/quality.md, "Names". Yours go first: `narrate names`. -->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <lexeme><grapheme>Aceh</grapheme><phoneme>ˈɑːtʃeɪ</phoneme></lexeme>
  <lexeme><grapheme>Almaty</grapheme><phoneme>ˌælməˈtiː</phoneme></lexeme>
  <lexeme><grapheme>Amman</grapheme><phoneme>əˈmɑːn</phoneme></lexeme>
  <lexeme><grapheme>Antakya</grapheme><phoneme>ɑːnˈtɑːkjə</phoneme></lexeme>
  <lexeme><grapheme>Antananarivo</grapheme><phoneme>ˌæntəˌnænəˈriːvoʊ</phoneme></lexeme>
  <lexeme><grapheme>Ashgabat</grapheme><phoneme>ˈæʃɡəbæt</phoneme></lexeme>
  <lexeme><grapheme>Astana</grapheme><phoneme>ɑːstəˈnɑː</phoneme></lexeme>
  <lexeme><grapheme>Avdiivka</grapheme><phoneme>ɑːvˈdiːvkə</phoneme></lexeme>
  <lexeme><grapheme>Ayodhya</grapheme><phoneme>əˈjoʊdjə</phoneme></lexeme>
  <lexeme><grapheme>Bakhmut</grapheme><phoneme>ˈbɑːkmut</phoneme></lexeme>
  <lexeme><grapheme>Balochistan</grapheme><grapheme>Baluchistan</grapheme><phoneme>bəˌloʊtʃɪˈstɑːn</phoneme></lexeme>
  <lexeme><grapheme>Belgorod</grapheme><phoneme>ˈbɛlɡərɒd</phoneme></lexeme>
  <lexeme><grapheme>Bengaluru</grapheme><phoneme>ˌbɛŋɡəˈluːruː</phoneme></lexeme>
  <lexeme><grapheme>Bicester</grapheme><phoneme>ˈbɪstər</phoneme></lexeme>
  <lexeme><grapheme>Bogota</grapheme><grapheme>Bogotá</grapheme><phoneme>ˌboʊɡəˈtɑː</phoneme></lexeme>
  <lexeme><grapheme>Bosporus</grapheme><grapheme>Bosphorus</grapheme><phoneme>ˈbɒspərəs</phoneme></lexeme>
  <lexeme><grapheme>Brasilia</grapheme><grapheme>Brasília</grapheme><phoneme>brəˈzɪljə</phoneme></lexeme>
  <lexeme><grapheme>Brazzaville</grapheme><phoneme>ˈbræzəvɪl</phoneme></lexeme>
  <lexeme><grapheme>Brumadinho</grapheme><phoneme>ˌbruːməˈdʒiːnjoʊ</phoneme></lexeme>
  <lexeme><grapheme>Bulawayo</grapheme><phoneme>ˌbuːləˈwɑːjoʊ</phoneme></lexeme>
  <lexeme><grapheme>Busan</grapheme><phoneme>ˈbuːsɑːn</phoneme></lexeme>
  <lexeme><grapheme>Bushehr</grapheme><phoneme>buˈʃɛr</phoneme></lexeme>
  <lexeme><grapheme>Cabo Verde</grapheme><phoneme>ˌkɑːboʊ ˈvɛrdeɪ</phoneme></lexeme>
  <lexeme><grapheme>Cebu</grapheme><phoneme>seɪˈbuː</phoneme></lexeme>
  <lexeme><grapheme>Champs-Élysées</grapheme><grapheme>Champs-Elysees</grapheme><phoneme>ˌʃɑːnz eɪliˈzeɪ</phoneme></lexeme>
  <lexeme><grapheme>Chernihiv</grapheme><phoneme>tʃɛrˈniːhɪv</phoneme></lexeme>
  <lexeme><grapheme>Chernobyl</grapheme><grapheme>Chornobyl</grapheme><phoneme>tʃɛrˈnoʊbəl</phoneme></lexeme>
  <lexeme><grapheme>Chisinau</grapheme><grapheme>Chișinău</grapheme><phoneme>ˌkiːʃiˈnaʊ</phoneme></lexeme>
  <lexeme><grapheme>Ciudad Juarez</grapheme><grapheme>Ciudad Juárez</grapheme><phoneme>sjuˌdɑːd ˈhwɑːrɛz</phoneme></lexeme>
  <lexeme><grapheme>Cluj</grapheme><phoneme>ˈkluːʒ</phoneme></lexeme>
  <lexeme><grapheme>Cordoba</grapheme><grapheme>Córdoba</grapheme><phoneme>ˈkɔːrdəbə</phoneme></lexeme>
  <lexeme><grapheme>Cote d'Ivoire</grapheme><grapheme>Côte d'Ivoire</grapheme><phoneme>ˌkoʊt dɪˈvwɑːr</phoneme></lexeme>
  <lexeme><grapheme>Cox's Bazar</grapheme><phoneme>ˌkɒksɪz bəˈzɑːr</phoneme></lexeme>
  <lexeme><grapheme>Cucuta</grapheme><grapheme>Cúcuta</grapheme><phoneme>ˈkuːkutə</phoneme></lexeme>
  <lexeme><grapheme>Curacao</grapheme><grapheme>Curaçao</grapheme><phoneme>ˈkjʊrəsaʊ</phoneme></lexeme>
  <lexeme><grapheme>Darien Gap</grapheme><grapheme>Darién Gap</grapheme><phoneme>ˌdɛriˈɛn ˈɡæp</phoneme></lexeme>
  <lexeme><grapheme>Des Moines</grapheme><phoneme>dəˈmɔɪn</phoneme></lexeme>
  <lexeme><grapheme>Diaoyu</grapheme><phoneme>ˌdjaʊˈjuː</phoneme></lexeme>
  <lexeme><grapheme>Donbas</grapheme><grapheme>Donbass</grapheme><phoneme>dɒnˈbɑːs</phoneme></lexeme>
  <lexeme><grapheme>Duisburg</grapheme><phoneme>ˈduːsbʊrɡ</phoneme></lexeme>
  <lexeme><grapheme>Dushanbe</grapheme><phoneme>duˈʃɑːnbeɪ</phoneme></lexeme>
  <lexeme><grapheme>Eyjafjallajökull</grapheme><grapheme>Eyjafjallajokull</grapheme><phoneme>ˈeɪjəˌfjɑːtləˌjoʊkʊtəl</phoneme></lexeme>
  <lexeme><grapheme>Fallujah</grapheme><phoneme>fəˈluːdʒə</phoneme></lexeme>
  <lexeme><grapheme>Foah</grapheme><grapheme>Fuaa</grapheme><phoneme>ˈfuːə</phoneme></lexeme>
  <lexeme><grapheme>Fukushima</grapheme><phoneme>ˌfuːkuˈʃiːmə</phoneme></lexeme>
  <lexeme><grapheme>Gabon</grapheme><phoneme>ɡæˈboʊn</phoneme></lexeme>
  <lexeme><grapheme>Galapagos</grapheme><grapheme>Galápagos</grapheme><phoneme>ɡəˈlɑːpəɡoʊs</phoneme></lexeme>
  <lexeme><grapheme>Garda Síochána</grapheme><grapheme>Garda Siochana</grapheme><phoneme>ˌɡɑːrdə ˌʃiːəˈkɑːnə</phoneme></lexeme>
  <lexeme><grapheme>Gauteng</grapheme><phoneme>ˈxaʊtɛŋ</phoneme></lexeme>
  <lexeme><grapheme>Gaziantep</grapheme><phoneme>ˌɡɑːziɑːnˈtɛp</phoneme></lexeme>
  <lexeme><grapheme>Gdansk</grapheme><grapheme>Gdańsk</grapheme><phoneme>ɡəˈdɑːnsk</phoneme></lexeme>
  <lexeme><grapheme>Golan</grapheme><phoneme>ˈɡoʊlɑːn</phoneme></lexeme>
  <lexeme><grapheme>Guernica</grapheme><phoneme>ɡɛrˈniːkə</phoneme></lexeme>
  <lexeme><grapheme>Herzegovina</grapheme><phoneme>ˌhɛrtsəɡoʊˈviːnə</phoneme></lexeme>
  <lexeme><grapheme>Hodeidah</grapheme><grapheme>Hodeida</grapheme><grapheme>Hudaydah</grapheme><phoneme>hoʊˈdeɪdə</phoneme></lexeme>
  <lexeme><grapheme>Houston Street</grapheme><phoneme>ˈhaʊstən ˈstriːt</phoneme></lexeme>
  <lexeme><grapheme>Houthi</grapheme><phoneme>ˈhuːθi</phoneme></lexeme>
  <lexeme><grapheme>Houthis</grapheme><phoneme>ˈhuːθiz</phoneme></lexeme>
  <lexeme><grapheme>Idlib</grapheme><phoneme>ˈɪdlɪb</phoneme></lexeme>
  <lexeme><grapheme>Incirlik</grapheme><grapheme>İncirlik</grapheme><phoneme>ˈɪndʒɜːrlɪk</phoneme></lexeme>
  <lexeme><grapheme>Ingushetia</grapheme><phoneme>ˌɪŋɡuˈʃɛtiə</phoneme></lexeme>
  <lexeme><grapheme>Irpin</grapheme><phoneme>ɪrˈpiːn</phoneme></lexeme>
  <lexeme><grapheme>Isfahan</grapheme><phoneme>ˈɪsfəhɑːn</phoneme></lexeme>
  <lexeme><grapheme>Islamabad</grapheme><phoneme>ɪsˈlɑːməbɑːd</phoneme></lexeme>
  <lexeme><grapheme>Ituri</grapheme><phoneme>ɪˈtʊri</phoneme></lexeme>
  <lexeme><grapheme>Izmir</grapheme><grapheme>İzmir</grapheme><phoneme>ɪzˈmɪr</phoneme></lexeme>
  <lexeme><grapheme>Izyum</grapheme><grapheme>Izium</grapheme><phoneme>ɪˈzjuːm</phoneme></lexeme>
  <lexeme><grapheme>Jabalia</grapheme><grapheme>Jabaliya</grapheme><phoneme>dʒəˈbɑːliə</phoneme></lexeme>
  <lexeme><grapheme>Jalisco</grapheme><phoneme>həˈlɪskoʊ</phoneme></lexeme>
  <lexeme><grapheme>Jenin</grapheme><phoneme>dʒəˈniːn</phoneme></lexeme>
  <lexeme><grapheme>Kabul</grapheme><phoneme>ˈkɑːbʊl</phoneme></lexeme>
  <lexeme><grapheme>Kaduna</grapheme><phoneme>kəˈduːnə</phoneme></lexeme>
  <lexeme><grapheme>Kamchatka</grapheme><phoneme>kəmˈtʃætkə</phoneme></lexeme>
  <lexeme><grapheme>Kaohsiung</grapheme><phoneme>ˌkaʊˈʃjʊŋ</phoneme></lexeme>
  <lexeme><grapheme>Kathmandu</grapheme><phoneme>ˌkætmænˈduː</phoneme></lexeme>
  <lexeme><grapheme>Kauai</grapheme><grapheme>Kaua'i</grapheme><phoneme>ˈkaʊaɪ</phoneme></lexeme>
  <lexeme><grapheme>Kefraya</grapheme><phoneme>kəˈfraɪə</phoneme></lexeme>
  <lexeme><grapheme>Kharkiv</grapheme><phoneme>ˈhɑːrkɪv</phoneme></lexeme>
  <lexeme><grapheme>Kherson</grapheme><phoneme>hɛrˈsoʊn</phoneme></lexeme>
  <lexeme><grapheme>Khyber Pakhtunkhwa</grapheme><phoneme>ˌkaɪbər pəkˈtuːnkwə</phoneme></lexeme>
  <lexeme><grapheme>Kilauea</grapheme><grapheme>Kīlauea</grapheme><phoneme>ˌkiːləˈweɪə</phoneme></lexeme>
  <lexeme><grapheme>Kiribati</grapheme><phoneme>ˈkɪrɪbæs</phoneme></lexeme>
  <lexeme><grapheme>Kuala Lumpur</grapheme><phoneme>ˌkwɑːlə lʊmˈpʊr</phoneme></lexeme>
  <lexeme><grapheme>Kunduz</grapheme><phoneme>kʊnˈduːz</phoneme></lexeme>
  <lexeme><grapheme>Kupiansk</grapheme><phoneme>ˈkuːpjɑːnsk</phoneme></lexeme>
  <lexeme><grapheme>KwaZulu-Natal</grapheme><phoneme>kwɑːˌzuːluː nəˈtɑːl</phoneme></lexeme>
  <lexeme><grapheme>Kyiv</grapheme><phoneme>ˈkiːv</phoneme></lexeme>
  <lexeme><grapheme>La Jolla</grapheme><phoneme>lə ˈhɔɪə</phoneme></lexeme>
  <lexeme><grapheme>Lagos</grapheme><phoneme>ˈleɪɡɒs</phoneme></lexeme>
  <lexeme><grapheme>Lahaina</grapheme><phoneme>ləˈhaɪnə</phoneme></lexeme>
  <lexeme><grapheme>Lampedusa</grapheme><phoneme>ˌlæmpɪˈduːsə</phoneme></lexeme>
  <lexeme><grapheme>Laos</grapheme><phoneme>ˈlaʊs</phoneme></lexeme>
  <lexeme><grapheme>Liege</grapheme><grapheme>Liège</grapheme><phoneme>liˈɛʒ</phoneme></lexeme>
  <lexeme><grapheme>Lodz</grapheme><grapheme>Łódź</grapheme><phoneme>ˈwuːtʃ</phoneme></lexeme>
  <lexeme><grapheme>Lviv</grapheme><phoneme>ləˈviːv</phoneme></lexeme>
  <lexeme><grapheme>Lyon</grapheme><phoneme>liˈoʊn</phoneme></lexeme>
  <lexeme><grapheme>Lysychansk</grapheme><phoneme>ˌlɪsɪˈtʃɑːnsk</phoneme></lexeme>
  <lexeme><grapheme>Maastricht</grapheme><phoneme>ˈmɑːstrɪkt</phoneme></lexeme>
  <lexeme><grapheme>Mackinac</grapheme><phoneme>ˈmækɪnɔː</phoneme></lexeme>
  <lexeme><grapheme>Mallorca</grapheme><phoneme>maɪˈɔːrkə</phoneme></lexeme>
  <lexeme><grapheme>Malmo</grapheme><grapheme>Malmö</grapheme><phoneme>ˈmælmoʊ</phoneme></lexeme>
  <lexeme><grapheme>Manipur</grapheme><phoneme>ˌmʌnɪˈpʊr</phoneme></lexeme>
  <lexeme><grapheme>Mar-a-Lago</grapheme><phoneme>ˌmɑːr ə ˈlɑːɡoʊ</phoneme></lexeme>
  <lexeme><grapheme>Mariupol</grapheme><phoneme>ˌmæriˈuːpəl</phoneme></lexeme>
  <lexeme><grapheme>Marrakesh</grapheme><grapheme>Marrakech</grapheme><phoneme>ˈmærəkɛʃ</phoneme></lexeme>
  <lexeme><grapheme>Mazar-i-Sharif</grapheme><phoneme>məˌzɑːr iː ʃəˈriːf</phoneme></lexeme>
  <lexeme><grapheme>Medellin</grapheme><grapheme>Medellín</grapheme><phoneme>ˌmɛdəˈjiːn</phoneme></lexeme>
  <lexeme><grapheme>Melitopol</grapheme><phoneme>ˌmɛliˈtoʊpəl</phoneme></lexeme>
  <lexeme><grapheme>Michoacan</grapheme><grapheme>Michoacán</grapheme><phoneme>ˌmiːtʃoʊɑːˈkɑːn</phoneme></lexeme>
  <lexeme><grapheme>Mitrovica</grapheme><phoneme>ˈmiːtroʊvɪtsə</phoneme></lexeme>
  <lexeme><grapheme>Mosul</grapheme><phoneme>ˈmoʊsul</phoneme></lexeme>
  <lexeme><grapheme>Mykolaiv</grapheme><phoneme>ˌmɪkoʊˈlaɪiv</phoneme></lexeme>
  <lexeme><grapheme>Nagorno-Karabakh</grapheme><phoneme>nəˈɡɔːrnoʊ ˌkærəˈbɑːk</phoneme></lexeme>
  <lexeme><grapheme>Naypyidaw</grapheme><grapheme>Naypyitaw</grapheme><phoneme>ˌneɪpjiˈdɔː</phoneme></lexeme>
  <lexeme><grapheme>Nigerien</grapheme><phoneme>niːˈʒɛriən</phoneme></lexeme>
  <lexeme><grapheme>Notre-Dame</grapheme><grapheme>Notre Dame</grapheme><phoneme>ˌnoʊtrə ˈdɑːm</phoneme></lexeme>
  <lexeme><grapheme>Oireachtas</grapheme><phoneme>ˈɛrəktəs</phoneme></lexeme>
  <lexeme><grapheme>Oresund</grapheme><grapheme>Øresund</grapheme><phoneme>ˈɜːrəsʊnd</phoneme></lexeme>
  <lexeme><grapheme>Papua</grapheme><phoneme>ˈpæpuə</phoneme></lexeme>
  <lexeme><grapheme>Phnom Penh</grapheme><phoneme>pəˌnɒm ˈpɛn</phoneme></lexeme>
  <lexeme><grapheme>Poznan</grapheme><grapheme>Poznań</grapheme><phoneme>ˈpoʊznɑːn</phoneme></lexeme>
  <lexeme><grapheme>Puntland</grapheme><phoneme>ˈpʊntlænd</phoneme></lexeme>
  <lexeme><grapheme>Pyongyang</grapheme><phoneme>ˌpjʌŋˈjɑːŋ</phoneme></lexeme>
  <lexeme><grapheme>Qom</grapheme><phoneme>ˈkoʊm</phoneme></lexeme>
  <lexeme><grapheme>Quebec</grapheme><grapheme>Québec</grapheme><phoneme>kəˈbɛk</phoneme></lexeme>
  <lexeme><grapheme>Rafah</grapheme><phoneme>ˈrɑːfə</phoneme></lexeme>
  <lexeme><grapheme>Ramadi</grapheme><phoneme>rəˈmɑːdi</phoneme></lexeme>
  <lexeme><grapheme>Ramallah</grapheme><phoneme>rəˈmɑːlə</phoneme></lexeme>
  <lexeme><grapheme>Reims</grapheme><phoneme>ˈræns</phoneme></lexeme>
  <lexeme><grapheme>Reunion Island</grapheme><grapheme>Réunion Island</grapheme><phoneme>reɪˈuːnjən ˈaɪlənd</phoneme></lexeme>
  <lexeme><grapheme>Reykjavik</grapheme><grapheme>Reykjavík</grapheme><phoneme>ˈreɪkjəviːk</phoneme></lexeme>
  <lexeme><grapheme>Rio de Janeiro</grapheme><phoneme>ˌriːoʊ deɪ ʒəˈnɛroʊ</phoneme></lexeme>
  <lexeme><grapheme>Rohingya</grapheme><phoneme>roʊˈhɪndʒə</phoneme></lexeme>
  <lexeme><grapheme>Salzburg</grapheme><phoneme>ˈsɔːlzbɜːrɡ</phoneme></lexeme>
  <lexeme><grapheme>San Jose</grapheme><grapheme>San José</grapheme><phoneme>ˌsæn hoʊˈzeɪ</phoneme></lexeme>
  <lexeme><grapheme>Sanaa</grapheme><grapheme>Sana'a</grapheme><phoneme>səˈnɑː</phoneme></lexeme>
  <lexeme><grapheme>Sderot</grapheme><phoneme>sdɛˈroʊt</phoneme></lexeme>
  <lexeme><grapheme>Sharm el-Sheikh</grapheme><grapheme>Sharm El Sheikh</grapheme><phoneme>ˌʃɑːrm ɛl ˈʃeɪk</phoneme></lexeme>
  <lexeme><grapheme>Sheremetyevo</grapheme><phoneme>ˌʃɛrəˈmɛtjəvoʊ</phoneme></lexeme>
  <lexeme><grapheme>Sinjar</grapheme><phoneme>sɪnˈdʒɑːr</phoneme></lexeme>
  <lexeme><grapheme>Sinn Féin</grapheme><grapheme>Sinn Fein</grapheme><phoneme>ˌʃɪn ˈfeɪn</phoneme></lexeme>
  <lexeme><grapheme>Sofia</grapheme><phoneme>ˈsoʊfiə</phoneme></lexeme>
  <lexeme><grapheme>Srebrenica</grapheme><phoneme>ˌsrɛbrəˈniːtsə</phoneme></lexeme>
  <lexeme><grapheme>Stepanakert</grapheme><phoneme>ˌstɛpənəˈkɛrt</phoneme></lexeme>
  <lexeme><grapheme>Tacloban</grapheme><phoneme>təˈkloʊbən</phoneme></lexeme>
  <lexeme><grapheme>Taiz</grapheme><phoneme>tɑːˈɪz</phoneme></lexeme>
  <lexeme><grapheme>Tartus</grapheme><grapheme>Tartous</grapheme><phoneme>tɑːrˈtuːs</phoneme></lexeme>
  <lexeme><grapheme>Thessaloniki</grapheme><phoneme>ˌθɛsələˈniːki</phoneme></lexeme>
  <lexeme><grapheme>Tikrit</grapheme><phoneme>tɪˈkriːt</phoneme></lexeme>
  <lexeme><grapheme>Timisoara</grapheme><grapheme>Timișoara</grapheme><phoneme>ˌtiːmiˈʃwɑːrə</phoneme></lexeme>
  <lexeme><grapheme>Timor-Leste</grapheme><phoneme>ˈtiːmɔːr ˈlɛsteɪ</phoneme></lexeme>
  <lexeme><grapheme>Uppsala</grapheme><phoneme>ˈʌpsɑːlə</phoneme></lexeme>
  <lexeme><grapheme>Uttar Pradesh</grapheme><phoneme>ˌʊtər prəˈdɛʃ</phoneme></lexeme>
  <lexeme><grapheme>Uyghur</grapheme><grapheme>Uighur</grapheme><phoneme>ˈwiːɡʊr</phoneme></lexeme>
  <lexeme><grapheme>Valparaiso</grapheme><grapheme>Valparaíso</grapheme><phoneme>ˌvælpəˈraɪzoʊ</phoneme></lexeme>
  <lexeme><grapheme>Voronezh</grapheme><phoneme>vəˈroʊnɪʒ</phoneme></lexeme>
  <lexeme><grapheme>Xi'an</grapheme><grapheme>Xian</grapheme><phoneme>ʃiˈɑːn</phoneme></lexeme>
  <lexeme><grapheme>Xinjiang</grapheme><phoneme>ˌʃɪnˈdʒjɑːŋ</phoneme></lexeme>
  <lexeme><grapheme>Yangon</grapheme><phoneme>jæŋˈɡɒn</phoneme></lexeme>
  <lexeme><grapheme>Yaounde</grapheme><grapheme>Yaoundé</grapheme><phoneme>jɑːunˈdeɪ</phoneme></lexeme>
  <lexeme><grapheme>Ynys Mon</grapheme><grapheme>Ynys Môn</grapheme><phoneme>ˌʌnɪs ˈmoʊn</phoneme></lexeme>
  <lexeme><grapheme>Yongbyon</grapheme><phoneme>ˌjʌŋˈbjʌn</phoneme></lexeme>
  <lexeme><grapheme>Zaporizhzhia</grapheme><grapheme>Zaporizhia</grapheme><grapheme>Zaporizhzhya</grapheme><phoneme>ˌzɑːpəˈriːʒə</phoneme></lexeme>
  <lexeme><grapheme>Zhejiang</grapheme><phoneme>ˌdʒʌˈdʒjɑːŋ</phoneme></lexeme>
</lexicon>
