/**
 * How the columns of contact files are called: English, Spanish, Portuguese, German, French, Italian, Indonesian,
 * Arabic, Hindi, Turkish, Russian; Google's and Outlook's exports; WhatsApp tools. Written as `normaliseHeader` leaves
 * them (lower case, no accents, no punctuation), one meaning a row, alternatives between bars.
 */

/** Columns of numbers, best first: a number said to be on WhatsApp, a mobile, any number, one of several, a landline. */
export const PHONE_WORDS: readonly string[] = [
  'whatsapp|whatsapp number|whatsapp no|whatsapp phone|wa|wa number|no wa|nomor wa|no whatsapp|nomor whatsapp|wa no|' +
    'numero whatsapp|numero de whatsapp|whatsapp nummer|whatsappnummer|numero do whatsapp|whatsapp numarasi|' +
    'номер whatsapp|ватсап|вотсап|واتساب|رقم الواتساب|رقم واتساب|व्हाट्सएप|व्हाट्सऐप नंबर|व्हाट्सएप नंबर|wa id|waid|wid|jid|chat id|user id whatsapp',
  'mobile|mobile phone|mobile number|mobile no|mobilenumber|cell|cell phone|cellphone|cell number|cellular|' +
    'celular|movil|telefono movil|numero de celular|telefono celular|numero movil|telemovel|numero celular|numero de telemovel|' +
    'handy|handynummer|mobil|mobilnummer|mobiltelefon|mobilfunk|mobilfunknummer|' +
    'portable|telephone portable|numero de portable|mobile perso|tel portable|cellulare|numero di cellulare|telefono cellulare|' +
    'hp|no hp|nomor hp|nomor ponsel|ponsel|handphone|no handphone|الجوال|جوال|رقم الجوال|موبايل|الموبايل|رقم الموبايل|المحمول|رقم الهاتف المحمول|' +
    'मोबाइल|मोबाइल नंबर|मोबाइल नम्बर|cep|cep telefonu|cep no|gsm|cep numarasi|мобильный|мобильный телефон|сотовый|моб телефон|моб',
  'phone|phone number|phone no|phonenumber|phone num|telephone|telephone number|tel|tel no|tel number|msisdn|e164|' +
    'number phone|contact number|contact no|contact phone|recipient phone|primary phone|main phone|' +
    'telefono|numero de telefono|num telefono|nro telefono|numero telefonico|telefone|numero de telefone|fone|contato telefone|' +
    'telefon|telefonnummer|rufnummer|telefonnr|tel nr|numero de telephone|numero de tel|num tel|no de telephone|' +
    'numero di telefono|numero telefono|recapito telefonico|recapito|telepon|nomor telepon|no telepon|no telp|telp|no tlp|nomor telp|' +
    'هاتف|الهاتف|رقم الهاتف|تلفون|رقم التليفون|التليفون|رقم|फोन|फोन नंबर|फ़ोन|फ़ोन नंबर|दूरभाष|संपर्क नंबर|' +
    'telefon numarasi|telefon no|tel no su|телефон|номер телефона|тел|номер',
  'phone 1|phone 1 value|phone1|telefono 1|telefone 1|telefon 1|telephone 1|телефон 1|телефон основной',
  'phone 2|phone 2 value|phone2|second phone|other phone|alternate phone|alternative phone|telefono 2|telefone 2|telefon 2|телефон 2|car phone|radio phone|callback',
  'phone 3|phone 3 value|phone3|telefono 3|telefone 3|telefon 3|телефон 3|phone 4 value|phone 5 value',
  'business phone|work phone|office phone|company main phone|business phone 2|telefono trabajo|telefone comercial|telefon geschaftlich|' +
    'telefon geschaeftlich|telephone professionnel|telefono ufficio|telepon kantor|هاتف العمل|कार्यालय फोन|is telefonu|рабочий телефон|телефон рабочий',
  'home phone|home phone 2|landline|telefono casa|telefono fijo|telefone residencial|telefone fixo|telefon privat|festnetz|festnetznummer|' +
    'telephone fixe|telephone domicile|telefono fisso|telefono abitazione|telepon rumah|هاتف المنزل|घर का फोन|ev telefonu|домашний телефон|телефон домашний',
]

/** Fields, each with the names of its column. */
export const FIELD_WORDS = {
  fullName:
    'name|full name|fullname|display name|contact name|customer name|client name|customer|client|person|recipient|push name|pushname|saved name|public name|whatsapp name|profile name|' +
    'file as|nombre completo|nombre y apellidos|nombre y apellido|nombre del contacto|cliente|nome completo|nome do contato|nome do cliente|' +
    'vollstandiger name|vollstaendiger name|anzeigename|kunde|kundenname|kontaktname|ansprechpartner|nom complet|nom et prenom|prenom et nom|nom prenom|nom du contact|' +
    'nominativo|nome e cognome|cognome e nome|nama|nama lengkap|nama kontak|nama pelanggan|nama customer|الاسم|الاسم الكامل|اسم|اسم العميل|اسم جهة الاتصال|' +
    'नाम|पूरा नाम|ग्राहक का नाम|ad soyad|adi soyadi|isim soyisim|isim|musteri|musteri adi|ad soyadi|имя и фамилия|фио|ф и о|полное имя|контакт имя|клиент',
  firstName:
    'first name|firstname|given name|givenname|forename|first|nombre|nombres|primer nombre|nome|primeiro nome|vorname|rufname|prenom|' +
    'nama depan|الاسم الاول|الاسم الأول|पहला नाम|प्रथम नाम|ad|adi|имя',
  lastName:
    'last name|lastname|family name|surname|last|apellido|apellidos|sobrenome|apelido|ultimo nome|nachname|familienname|zuname|nom|nom de famille|' +
    'cognome|nama belakang|nama keluarga|اسم العائلة|اللقب|الكنية|उपनाम|अंतिम नाम|कुलनाम|soyad|soyadi|soyisim|фамилия',
  middleName:
    'middle name|additional name|segundo nombre|nome do meio|zweiter vorname|deuxieme prenom|secondo nome|nama tengah|मध्य नाम|ikinci ad|отчество',
  nickname:
    'nickname|short name|alias|apodo|spitzname|surnom|soprannome|nama panggilan|الاسم المستعار|takma ad|прозвище|ник',
  email:
    'email|e mail|mail|email address|e mail address|emailaddress|e mail 1 value|email 1|email 1 value|primary email|correo|correo electronico|' +
    'email do cliente|endereco de email|endereco de e mail|e mail adresse|email adresse|mailadresse|courriel|adresse email|adresse e mail|adresse mail|adresse electronique|' +
    'posta elettronica|indirizzo email|indirizzo e mail|surel|alamat email|البريد الالكتروني|البريد الإلكتروني|بريد إلكتروني|ايميل|الايميل|ईमेल|ई मेल|eposta|e posta|e posta adresi|' +
    'эл почта|электронная почта|почта|адрес электронной почты',
  email2: 'e mail 2 value|e mail 2 address|email 2|email 2 value|second email|other email|work email',
  company:
    'company|company name|organization|organisation|organization name|organization 1 name|business|business name|employer|empresa|compania|organizacion|organizacao|' +
    'firma|unternehmen|firmenname|organisation name|societe|entreprise|azienda|societa|ditta|perusahaan|nama perusahaan|instansi|الشركة|شركة|اسم الشركة|المؤسسة|' +
    'कंपनी|कम्पनी|संस्था|sirket|firma adi|kurum|компания|организация|фирма',
  jobTitle:
    'job title|jobtitle|position|role|organization title|organization 1 title|occupation|profession|cargo|puesto|puesto de trabajo|funcao|profissao|profesion|' +
    'beruf|berufsbezeichnung|funktion|stelle|fonction|poste|titre du poste|mansione|ruolo|professione|qualifica|jabatan|pekerjaan|' +
    'المسمى الوظيفي|الوظيفة|المنصب|पद|पदनाम|unvan|gorev|meslek|pozisyon|должность|профессия',
  department:
    'department|organization department|organization 1 department|departamento|abteilung|departement|service|reparto|departemen|القسم|विभाग|departman|bolum|отдел',
  city: 'city|town|address 1 city|home city|ciudad|localidad|cidade|municipio|stadt|ort|wohnort|ville|citta|comune|kota|المدينة|مدينة|शहर|नगर|sehir|il|город|населенный пункт',
  region:
    'region|state|province|county|address 1 region|home state|provincia|estado|bundesland|regione|provinsi|المنطقة|المحافظة|राज्य|bolge|область|регион|край',
  postalCode:
    'postal code|postcode|zip|zip code|zipcode|address 1 postal code|home postal code|codigo postal|plz|postleitzahl|code postal|cap|kode pos|الرمز البريدي|पिन कोड|पिनकोड|posta kodu|индекс|почтовый индекс',
  country:
    'country|nation|address 1 country|home country|home country region|pais|land|pays|paese|nazione|stato|negara|الدولة|البلد|دولة|देश|ulke|страна',
  address:
    'address|street|street address|address 1 formatted|home address|direccion|domicilio|calle|endereco|rua|adresse|anschrift|strasse|straße|rue|indirizzo|via|alamat|العنوان|عنوان|पता|adres|адрес|улица',
  language:
    'language|lang|locale|preferred language|idioma|lengua|lingua|sprache|langue|bahasa|اللغة|لغة|भाषा|dil|язык',
  birthday:
    'birthday|birthdate|birth date|date of birth|dob|fecha de nacimiento|cumpleanos|nacimiento|data de nascimento|nascimento|aniversario|geburtstag|geburtsdatum|' +
    'date de naissance|anniversaire|naissance|data di nascita|compleanno|tanggal lahir|tgl lahir|ulang tahun|تاريخ الميلاد|الميلاد|عيد ميلاد|जन्मदिन|जन्म तिथि|जन्मतिथि|dogum tarihi|dogum gunu|дата рождения|день рождения',
  notes:
    'notes|note|comment|comments|remark|remarks|description|memo|notas|nota|observaciones|comentarios|comentario|observacoes|observacao|anotacoes|notizen|notiz|bemerkung|bemerkungen|anmerkung|anmerkungen|kommentar|' +
    'remarque|remarques|commentaire|commentaires|annotazioni|osservazioni|commenti|catatan|keterangan|ملاحظات|ملاحظة|تعليق|टिप्पणी|टिप्पणियाँ|नोट|notlar|not|aciklama|yorum|заметки|заметка|примечание|примечания|комментарий|комментарии',
  website:
    'website|web page|webpage|url|homepage|website 1 value|sitio web|pagina web|site|webseite|internetseite|site web|sito web|situs web|الموقع|वेबसाइट|web sitesi|сайт|веб сайт',
} as const satisfies Record<string, string>

/** Columns that are not fields. */
export const OTHER_WORDS = {
  tags:
    'tags|tag|labels|label|groups|group|group membership|categories|category|keywords|segment|segments|list|lists|etiquetas|etiqueta|grupos|grupo|categorias|categoria|marcadores|marcador|' +
    'schlagworte|schlagwort|stichworte|kategorie|kategorien|gruppe|gruppen|markierungen|etiquettes|etiquette|groupe|groupes|categorie|etichette|etichetta|gruppo|gruppi|' +
    'label kontak|kategori|grup|kelompok|وسوم|الوسوم|التصنيف|التصنيفات|المجموعة|مجموعة|المجموعات|टैग|समूह|श्रेणी|लेबल|etiketler|etiket|gruplar|kategoriler|теги|тег|метки|метка|группа|группы|категория|категории',
  optOut:
    'opt out|optout|opted out|unsubscribed|unsubscribe|do not contact|dnc|do not message|do not disturb|blocked|stop|blacklist|blacklisted|no contactar|baja|dado de baja|nao contatar|descadastrado|' +
    'abgemeldet|widersprochen|nicht kontaktieren|keine werbung|werbesperre|desinscrit|desabonne|ne pas contacter|disiscritto|non contattare|berhenti|jangan dihubungi|berhenti langganan|' +
    'عدم التواصل|الغاء الاشتراك|إلغاء الاشتراك|ألغى الاشتراك|संपर्क न करें|सदस्यता समाप्त|iletisime gecme|abonelikten cikti|aramayin|отписан|отписался|отказ|не беспокоить|не писать',
  optIn:
    'opt in|optin|opted in|subscribed|consent|consent given|marketing consent|gdpr|gdpr consent|acepta|consentimiento|acepta mensajes|suscrito|consentimento|aceita receber|inscrito|lgpd|einwilligung|zustimmung|dsgvo|einverstanden|angemeldet|' +
    'consentement|accord|inscrit|rgpd|consenso|iscritto|privacy|persetujuan|setuju|berlangganan|الموافقة|موافقة|مشترك|सहमति|सदस्य|onay|izin|kvkk|abone|согласие|подписан|согласен',
  consentSource:
    'consent source|opt in source|optin source|source|consent method|origen|fuente|origen del consentimiento|fonte|origem|origem do consentimento|quelle|einwilligung quelle|herkunft|source du consentement|origine|fonte consenso|fonte del consenso|' +
    'sumber|sumber persetujuan|مصدر الموافقة|المصدر|सहमति स्रोत|स्रोत|kaynak|onay kaynagi|источник|источник согласия',
  consentDate:
    'consent date|opt in date|optin date|opted in at|subscribed at|date of consent|fecha de consentimiento|fecha consentimiento|fecha de alta|data do consentimento|data consentimento|einwilligung am|einwilligungsdatum|datum der einwilligung|' +
    'date de consentement|date du consentement|data consenso|data del consenso|tanggal persetujuan|تاريخ الموافقة|सहमति तिथि|onay tarihi|дата согласия',
  ignore:
    'phonetic first name|phonetic middle name|phonetic last name|name prefix|name suffix|photo|yomi name|given name yomi|additional name yomi|family name yomi|initials|maiden name|gender|location|billing information|directory server|mileage|hobby|sensitivity|priority|' +
    'subject|suffix|internet free busy|anniversary|home fax|business fax|other fax|fax|telefax|fax number|pager|telex|isdn|tty tdd phone|spouse|children|managers name|assistants name|assistants phone|assistant s phone|manager s name|assistant s name|referred by|' +
    'organizational id number|account|private|user 1|user 2|user 3|user 4|home street 2|home street 3|business street 2|business street 3|other street 2|other street 3|home address po box|business address po box|other address po box|' +
    'business street|business city|business state|business postal code|business country|business country region|other street|other city|other state|other postal code|other country|office location|business address|other address|home street|' +
    'address 1 type|address 1 label|address 1 street|address 1 po box|address 1 extended address|organization 1 type|organization 1 yomi name|organization 1 symbol|organization 1 location|organization 1 job description|website 1 type|website 1 label|' +
    'phone 1 type|phone 1 label|phone 2 type|phone 2 label|phone 3 type|phone 3 label|phone 4 type|phone 4 label|e mail 1 type|e mail 1 label|e mail 2 type|e mail 2 label|e mail 3 type|e mail 3 label|row|row number|id|s no|sr no|lfd nr|n°|№',
} as const satisfies Record<string, string>

/** Words that may head a column of numbers or of something else; the values decide. */
export const MAYBE_PHONE_WORDS =
  'contact|contacts|number|no|num|nr|contacto|contato|numero|kontakt|kontakte|nummer|contatto|nomor|kontak|numara|iletisim|संपर्क|नंबर|اتصال|جهة الاتصال|контакт|контакты|id|user|users|recipients|destinatario|from|to|participant|member|members|author|sender'

/** Words for a given (or family) name that stand for the whole name when the file has no column for the other half. */
export const HALF_OR_WHOLE_NAME = 'nombre|nombres|nome|nom|ad|adi|имя'
