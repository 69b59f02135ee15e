<?xml version="1.0" encoding="UTF-8"?>
<!-- Organisations, companies, newspapers and other words of the news that the default voice says wrong without this, as American newsreaders
     say them. How they were chosen and checked: docs/quality.md, "Names". Yours go first: `narrate names`. -->
<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" alphabet="ipa" xml:lang="en">
  <lexeme><grapheme>'Ndrangheta</grapheme><phoneme>ənˈdræŋɡətə</phoneme></lexeme>
  <lexeme><grapheme>Abu Sayyaf</grapheme><phoneme>ˌɑːbuː saɪˈjɑːf</phoneme></lexeme>
  <lexeme><grapheme>Adidas</grapheme><phoneme>əˈdiːdəs</phoneme></lexeme>
  <lexeme><grapheme>Aftonbladet</grapheme><phoneme>ˈɑːftɒnˌblɑːdɛt</phoneme></lexeme>
  <lexeme><grapheme>Agence France-Presse</grapheme><phoneme>ɑːˌʒɑːns frɑːns ˈprɛs</phoneme></lexeme>
  <lexeme><grapheme>Al Qaeda</grapheme><grapheme>al-Qaeda</grapheme><grapheme>Al-Qaeda</grapheme><grapheme>al Qaeda</grapheme><grapheme>al-Qaida</grapheme><phoneme>æl ˈkaɪdə</phoneme></lexeme>
  <lexeme><grapheme>Al-Ahram</grapheme><grapheme>al-Ahram</grapheme><phoneme>ˌæl ɑːˈrɑːm</phoneme></lexeme>
  <lexeme><grapheme>al-Nusra</grapheme><grapheme>Al-Nusra</grapheme><phoneme>æl ˈnuːsrə</phoneme></lexeme>
  <lexeme><grapheme>al-Shabab</grapheme><grapheme>al-Shabaab</grapheme><grapheme>Al-Shabaab</grapheme><phoneme>ˌæl ʃəˈbɑːb</phoneme></lexeme>
  <lexeme><grapheme>Antetokounmpo</grapheme><phoneme>ˌɑːdeɪtoʊˈkuːnboʊ</phoneme></lexeme>
  <lexeme><grapheme>Antifa</grapheme><phoneme>ænˈtiːfə</phoneme></lexeme>
  <lexeme><grapheme>Asahi Shimbun</grapheme><phoneme>əˈsɑːhi ʃɪmˈbuːn</phoneme></lexeme>
  <lexeme><grapheme>Asharq Al-Awsat</grapheme><phoneme>əˈʃɑːrk æl ˈaʊsɑːt</phoneme></lexeme>
  <lexeme><grapheme>Ashura</grapheme><phoneme>əˈʃʊrə</phoneme></lexeme>
  <lexeme><grapheme>Aum Shinrikyo</grapheme><phoneme>ˌaʊm ʃɪnˈriːkjoʊ</phoneme></lexeme>
  <lexeme><grapheme>Balenciaga</grapheme><phoneme>bəˌlɛnsiˈɑːɡə</phoneme></lexeme>
  <lexeme><grapheme>Basij</grapheme><phoneme>bəˈsiːdʒ</phoneme></lexeme>
  <lexeme><grapheme>Bayer</grapheme><phoneme>ˈbaɪr</phoneme></lexeme>
  <lexeme><grapheme>Bharatiya Janata</grapheme><phoneme>ˌbɑːrəˈtiːjə ˈdʒʌnətə</phoneme></lexeme>
  <lexeme><grapheme>BNP Paribas</grapheme><phoneme>ˌbiː ɛn ˈpiː ˌpæriˈbɑː</phoneme></lexeme>
  <lexeme><grapheme>Boko Haram</grapheme><phoneme>ˌboʊkoʊ həˈrɑːm</phoneme></lexeme>
  <lexeme><grapheme>Bundeswehr</grapheme><phoneme>ˈbʊndəsvɛr</phoneme></lexeme>
  <lexeme><grapheme>Caixin</grapheme><phoneme>ˌtsaɪˈʃɪn</phoneme></lexeme>
  <lexeme><grapheme>Charlie Hebdo</grapheme><phoneme>ˌʃɑːrli ˈɛbdoʊ</phoneme></lexeme>
  <lexeme><grapheme>Chosun Ilbo</grapheme><phoneme>ˌtʃoʊsʌn ˈɪlboʊ</phoneme></lexeme>
  <lexeme><grapheme>Citroen</grapheme><grapheme>Citroën</grapheme><phoneme>ˈsɪtroʊən</phoneme></lexeme>
  <lexeme><grapheme>Clarín</grapheme><grapheme>Clarin</grapheme><phoneme>klɑːˈriːn</phoneme></lexeme>
  <lexeme><grapheme>Corriere della Sera</grapheme><phoneme>kɔːrˈjɛreɪ ˌdɛlə ˈsɛrə</phoneme></lexeme>
  <lexeme><grapheme>Cosa Nostra</grapheme><phoneme>ˌkoʊzə ˈnoʊstrə</phoneme></lexeme>
  <lexeme><grapheme>Credit Agricole</grapheme><grapheme>Crédit Agricole</grapheme><phoneme>kreɪˌdiː ɑːɡriˈkoʊl</phoneme></lexeme>
  <lexeme><grapheme>Cumhuriyet</grapheme><phoneme>dʒumˈhʊrijɛt</phoneme></lexeme>
  <lexeme><grapheme>Daimler</grapheme><phoneme>ˈdaɪmlər</phoneme></lexeme>
  <lexeme><grapheme>Deutsche Bank</grapheme><phoneme>ˌdɔɪtʃə ˈbæŋk</phoneme></lexeme>
  <lexeme><grapheme>Die Zeit</grapheme><phoneme>diː ˈtsaɪt</phoneme></lexeme>
  <lexeme><grapheme>Ecowas</grapheme><grapheme>ECOWAS</grapheme><phoneme>ˈɛkoʊwæs</phoneme></lexeme>
  <lexeme><grapheme>Eid al-Adha</grapheme><phoneme>ˌiːd æl ˈɑːdə</phoneme></lexeme>
  <lexeme><grapheme>El Universal</grapheme><phoneme>ˌɛl ˌuːnivərˈsɑːl</phoneme></lexeme>
  <lexeme><grapheme>Falun Gong</grapheme><phoneme>ˌfɑːlun ˈɡɒŋ</phoneme></lexeme>
  <lexeme><grapheme>Fianna Fáil</grapheme><grapheme>Fianna Fail</grapheme><phoneme>ˌfiːənə ˈfɔɪl</phoneme></lexeme>
  <lexeme><grapheme>Fidesz</grapheme><phoneme>ˈfiːdɛs</phoneme></lexeme>
  <lexeme><grapheme>Fincantieri</grapheme><phoneme>ˌfɪnkɑːnˈtjɛri</phoneme></lexeme>
  <lexeme><grapheme>Fine Gael</grapheme><phoneme>ˌfiːnə ˈɡeɪl</phoneme></lexeme>
  <lexeme><grapheme>Generalitat</grapheme><phoneme>ˌʒɛnərəliˈtɑːt</phoneme></lexeme>
  <lexeme><grapheme>Givenchy</grapheme><phoneme>ˌʒiːvɒnˈʃiː</phoneme></lexeme>
  <lexeme><grapheme>Guardia Civil</grapheme><phoneme>ˌɡwɑːrdiə siˈviːl</phoneme></lexeme>
  <lexeme><grapheme>Haaretz</grapheme><phoneme>hɑːˈrɛts</phoneme></lexeme>
  <lexeme><grapheme>Haganah</grapheme><phoneme>ˌhɑːɡəˈnɑː</phoneme></lexeme>
  <lexeme><grapheme>Hermès</grapheme><grapheme>Hermes</grapheme><phoneme>ɛrˈmɛz</phoneme></lexeme>
  <lexeme><grapheme>Hezbollah</grapheme><grapheme>Hizbollah</grapheme><grapheme>Hizbullah</grapheme><phoneme>ˌhɛzbəˈlɑː</phoneme></lexeme>
  <lexeme><grapheme>Hindutva</grapheme><phoneme>hɪnˈdʊtvə</phoneme></lexeme>
  <lexeme><grapheme>Huawei</grapheme><phoneme>ˈhwɑːweɪ</phoneme></lexeme>
  <lexeme><grapheme>Hyundai</grapheme><phoneme>ˈhʌndeɪ</phoneme></lexeme>
  <lexeme><grapheme>Inditex</grapheme><phoneme>ˈɪndɪtɛks</phoneme></lexeme>
  <lexeme><grapheme>Infosys</grapheme><phoneme>ˈɪnfoʊsɪs</phoneme></lexeme>
  <lexeme><grapheme>Inkatha</grapheme><phoneme>ɪnˈkɑːtə</phoneme></lexeme>
  <lexeme><grapheme>Iskander</grapheme><phoneme>ɪsˈkændər</phoneme></lexeme>
  <lexeme><grapheme>Jaish-e-Mohammed</grapheme><phoneme>ˌdʒeɪʃ i moʊˈhɑːməd</phoneme></lexeme>
  <lexeme><grapheme>Jamaat-e-Islami</grapheme><phoneme>dʒəˌmɑːt i ɪsˈlɑːmi</phoneme></lexeme>
  <lexeme><grapheme>Jemaah Islamiyah</grapheme><phoneme>dʒəˌmɑː ɪsˌlɑːmiˈjɑː</phoneme></lexeme>
  <lexeme><grapheme>Juventus</grapheme><phoneme>juˈvɛntəs</phoneme></lexeme>
  <lexeme><grapheme>Kuomintang</grapheme><phoneme>ˌkwoʊmɪnˈtɑːŋ</phoneme></lexeme>
  <lexeme><grapheme>L'Oréal</grapheme><grapheme>L'Oreal</grapheme><phoneme>ˌlɔːriˈæl</phoneme></lexeme>
  <lexeme><grapheme>La Nación</grapheme><grapheme>La Nacion</grapheme><phoneme>lɑː nɑːsiˈoʊn</phoneme></lexeme>
  <lexeme><grapheme>Lega Nord</grapheme><phoneme>ˌleɪɡə ˈnɔːrd</phoneme></lexeme>
  <lexeme><grapheme>Los Zetas</grapheme><phoneme>lɒs ˈzeɪtəs</phoneme></lexeme>
  <lexeme><grapheme>Lufthansa</grapheme><phoneme>ˈlʊfthɑːnzə</phoneme></lexeme>
  <lexeme><grapheme>Moët</grapheme><grapheme>Moet</grapheme><phoneme>moʊˈɛt</phoneme></lexeme>
  <lexeme><grapheme>Médecins Sans Frontières</grapheme><grapheme>Medecins Sans Frontieres</grapheme><phoneme>meɪdˌsæn sɑːn frɒnˈtjɛr</phoneme></lexeme>
  <lexeme><grapheme>Médiapart</grapheme><grapheme>Mediapart</grapheme><phoneme>ˌmeɪdiəˈpɑːr</phoneme></lexeme>
  <lexeme><grapheme>Naftogaz</grapheme><phoneme>ˌnæftoʊˈɡæz</phoneme></lexeme>
  <lexeme><grapheme>Nestle</grapheme><grapheme>Nestlé</grapheme><phoneme>ˈnɛsleɪ</phoneme></lexeme>
  <lexeme><grapheme>Nikkei</grapheme><phoneme>ˈniːkeɪ</phoneme></lexeme>
  <lexeme><grapheme>Novartis</grapheme><phoneme>noʊˈvɑːrtɪs</phoneme></lexeme>
  <lexeme><grapheme>Novaya Gazeta</grapheme><phoneme>ˈnoʊvaɪə ɡəˈzɛtə</phoneme></lexeme>
  <lexeme><grapheme>Petrobras</grapheme><phoneme>ˈpɛtroʊbræs</phoneme></lexeme>
  <lexeme><grapheme>Petronas</grapheme><phoneme>ˈpɛtrənæs</phoneme></lexeme>
  <lexeme><grapheme>Peugeot</grapheme><phoneme>ˈpɜːʒoʊ</phoneme></lexeme>
  <lexeme><grapheme>Porsche</grapheme><phoneme>ˈpɔːrʃə</phoneme></lexeme>
  <lexeme><grapheme>Procter &amp; Gamble</grapheme><phoneme>ˌprɒktər ən ˈɡæmbəl</phoneme></lexeme>
  <lexeme><grapheme>Qassam</grapheme><phoneme>kəˈsɑːm</phoneme></lexeme>
  <lexeme><grapheme>Quds</grapheme><phoneme>ˈkuːdz</phoneme></lexeme>
  <lexeme><grapheme>Rada</grapheme><phoneme>ˈrɑːdə</phoneme></lexeme>
  <lexeme><grapheme>Rakuten</grapheme><phoneme>ˈrɑːkutɛn</phoneme></lexeme>
  <lexeme><grapheme>Renault</grapheme><phoneme>rəˈnoʊ</phoneme></lexeme>
  <lexeme><grapheme>Renminbi</grapheme><grapheme>renminbi</grapheme><phoneme>ˌrɛnmɪnˈbiː</phoneme></lexeme>
  <lexeme><grapheme>Rheinmetall</grapheme><phoneme>ˈraɪnməˌtɑːl</phoneme></lexeme>
  <lexeme><grapheme>Roche</grapheme><phoneme>ˈroʊʃ</phoneme></lexeme>
  <lexeme><grapheme>Roscosmos</grapheme><phoneme>rɒsˈkɒzmoʊs</phoneme></lexeme>
  <lexeme><grapheme>Rosh Hashanah</grapheme><phoneme>ˌroʊʃ həˈʃɑːnə</phoneme></lexeme>
  <lexeme><grapheme>Roskomnadzor</grapheme><phoneme>ˌrɒskəmnædˈzɔːr</phoneme></lexeme>
  <lexeme><grapheme>Sberbank</grapheme><phoneme>ˈzbɛrbæŋk</phoneme></lexeme>
  <lexeme><grapheme>Shahed</grapheme><phoneme>ʃɑːˈhɛd</phoneme></lexeme>
  <lexeme><grapheme>Shiv Sena</grapheme><phoneme>ˌʃɪv ˈseɪnə</phoneme></lexeme>
  <lexeme><grapheme>Siemens</grapheme><phoneme>ˈziːmənz</phoneme></lexeme>
  <lexeme><grapheme>Société Générale</grapheme><grapheme>Societe Generale</grapheme><phoneme>soʊsjeɪˌteɪ ʒeɪneɪˈrɑːl</phoneme></lexeme>
  <lexeme><grapheme>Stellantis</grapheme><phoneme>stɛˈlæntɪs</phoneme></lexeme>
  <lexeme><grapheme>Sueddeutsche Zeitung</grapheme><grapheme>Süddeutsche Zeitung</grapheme><phoneme>ˈzuːtˌdɔɪtʃə ˈtsaɪtʊŋ</phoneme></lexeme>
  <lexeme><grapheme>Tahrir</grapheme><phoneme>tɑːˈriːr</phoneme></lexeme>
  <lexeme><grapheme>Taobao</grapheme><phoneme>ˌtaʊˈbaʊ</phoneme></lexeme>
  <lexeme><grapheme>Tehreek-e-Insaf</grapheme><phoneme>tɛˌriːk i ɪnˈsɑːf</phoneme></lexeme>
  <lexeme><grapheme>Televisa</grapheme><phoneme>ˌtɛləˈviːsə</phoneme></lexeme>
  <lexeme><grapheme>Thales</grapheme><phoneme>ˈtɑːlɛs</phoneme></lexeme>
  <lexeme><grapheme>Thyssenkrupp</grapheme><grapheme>ThyssenKrupp</grapheme><phoneme>ˈtɪsənkrʊp</phoneme></lexeme>
  <lexeme><grapheme>Tren de Aragua</grapheme><phoneme>ˌtrɛn deɪ əˈrɑːɡwə</phoneme></lexeme>
  <lexeme><grapheme>Volkswagen</grapheme><phoneme>ˈvoʊksvɑːɡən</phoneme></lexeme>
  <lexeme><grapheme>Wagner Group</grapheme><phoneme>ˈvɑːɡnər ˈɡruːp</phoneme></lexeme>
  <lexeme><grapheme>Weibo</grapheme><phoneme>ˈweɪboʊ</phoneme></lexeme>
  <lexeme><grapheme>Xiaomi</grapheme><phoneme>ʃaʊˈmiː</phoneme></lexeme>
  <lexeme><grapheme>Xinhua</grapheme><phoneme>ˌʃɪnˈhwɑː</phoneme></lexeme>
  <lexeme><grapheme>Yonhap</grapheme><phoneme>ˌjoʊnˈhɑːp</phoneme></lexeme>
  <lexeme><grapheme>Yves Saint Laurent</grapheme><phoneme>ˌiːv ˌsæn lɔːˈrɑːn</phoneme></lexeme>
  <lexeme><grapheme>Zhongxing</grapheme><phoneme>ˌdʒʊŋˈʃɪŋ</phoneme></lexeme>
</lexicon>
