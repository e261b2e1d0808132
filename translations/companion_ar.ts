<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AsteriskErrorText</name>
    <message>
        <source>Asterisk does not accept this user name and password. Check both: they are those of a user in its ari.conf.</source>
        <translation>لا يقبل Asterisk اسم المستخدم وكلمة المرور هذين. تحقق من كليهما: هما لمستخدم مدرج في ملف ari.conf لديه.</translation>
    </message>
    <message>
        <source>A server answers at this address, but Asterisk&apos;s ARI does not. Check the address; on the server, http.conf and ari.conf must have it enabled.</source>
        <translation>يرد خادم على هذا العنوان، لكن واجهة ARI في Asterisk لا ترد. تحقق من العنوان؛ ويجب تفعيلها على الخادم في http.conf وari.conf.</translation>
    </message>
    <message>
        <source>This Asterisk user may watch calls, but not place or end them: ari.conf says read_only.</source>
        <translation>يمكن لمستخدم Asterisk هذا متابعة المكالمات، لا إجراؤها أو إنهاؤها: في ari.conf القيمة read_only.</translation>
    </message>
    <message>
        <source>Your phone is not registered with the PBX. Check that it is on and connected, then try again.</source>
        <translation>هاتفك غير مسجل لدى مقسم الهاتف. تأكد من أنه يعمل ومتصل، ثم أعد المحاولة.</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>Incoming</source>
        <translation>واردة</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>صادرة</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>داخلية</translation>
    </message>
    <message>
        <source>Internal call</source>
        <translation>مكالمة داخلية</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>مكالمة واردة</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>In call, muted</source>
        <translation>في مكالمة، الصوت مكتوم</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>في مكالمة</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>قيد الانتظار</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>انتهت المكالمة</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>تم الرد</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>فائتة</translation>
    </message>
    <message>
        <source>Answered by a colleague</source>
        <translation>رد عليها زميل</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>لا رد</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>مشغول</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>مرفوضة</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>فشلت</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>البريد الصوتي</translation>
    </message>
    <message>
        <source>Transferred to %1</source>
        <translation>حُوّلت إلى %1</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>مكالمة فائتة</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>رد عليها %1</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>فشلت المكالمة</translation>
    </message>
    <message>
        <source>Went to voicemail</source>
        <translation>ذهبت إلى البريد الصوتي</translation>
    </message>
    <message>
        <source>Your extension has used up its outgoing calls for now. Ask the PBX&apos;s administrator.</source>
        <translation>استنفد رقمك الداخلي مكالماته الصادرة في الوقت الحالي. اسأل مسؤول مقسم الهاتف.</translation>
    </message>
    <message>
        <source>Your extension may not call this number. Ask the PBX&apos;s administrator.</source>
        <translation>لا يُسمح لرقمك الداخلي بالاتصال بهذا الرقم. اسأل مسؤول مقسم الهاتف.</translation>
    </message>
    <message>
        <source>All lines are busy. Try again in a moment.</source>
        <translation>كل الخطوط مشغولة. أعد المحاولة بعد قليل.</translation>
    </message>
    <message>
        <source>The other side does not want to be disturbed.</source>
        <translation>الطرف الآخر لا يريد الإزعاج.</translation>
    </message>
    <message>
        <source>The other side is busy.</source>
        <translation>الطرف الآخر مشغول.</translation>
    </message>
    <message>
        <source>The other side declined the call.</source>
        <translation>الطرف الآخر رفض المكالمة.</translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation>لم يرد الطرف الآخر في الوقت المحدد.</translation>
    </message>
    <message>
        <source>This number is no longer in use.</source>
        <translation>لم يعد هذا الرقم مستخدماً.</translation>
    </message>
    <message>
        <source>The number is incomplete. Check it and try again.</source>
        <translation>الرقم غير مكتمل. تحقق منه وأعد المحاولة.</translation>
    </message>
    <message>
        <source>This number does not exist. Check it and try again.</source>
        <translation>هذا الرقم غير موجود. تحقق منه وأعد المحاولة.</translation>
    </message>
    <message>
        <source>The other side cannot be reached just now.</source>
        <translation>لا يمكن الوصول إلى الطرف الآخر الآن.</translation>
    </message>
    <message>
        <source>The call could not be put through.</source>
        <translation>تعذر إجراء المكالمة.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>جهة اتصال</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>عميل محتمل</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>إنهاء المكالمة</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>رفض</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>رد</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>تعليق</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>استئناف</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>كتم الصوت</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>إلغاء الكتم</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>تحويل</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>اسأل أولاً</translation>
    </message>
    <message>
        <source>Complete transfer</source>
        <translation>إتمام التحويل</translation>
    </message>
    <message>
        <source>Back to caller</source>
        <translation>العودة إلى المتصل</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>إضافة مشارك</translation>
    </message>
    <message>
        <source>The record was opened by itself.</source>
        <translation>فُتح السجل تلقائياً.</translation>
    </message>
    <message>
        <source>The record was opened by hand.</source>
        <translation>فُتح السجل يدوياً.</translation>
    </message>
    <message>
        <source>Opening records is switched off in the settings.</source>
        <translation>فتح السجلات متوقف في الإعدادات.</translation>
    </message>
    <message>
        <source>Records open by hand only, as the settings say.</source>
        <translation>تُفتح السجلات يدوياً فقط، بحسب الإعدادات.</translation>
    </message>
    <message>
        <source>Records don&apos;t open by themselves for calls in this direction.</source>
        <translation>لا تُفتح السجلات تلقائياً للمكالمات في هذا الاتجاه.</translation>
    </message>
    <message>
        <source>The moment at which the record opens has not come, or was over before.</source>
        <translation>لم تأتِ لحظة فتح السجل بعد، أو انقضت من قبل.</translation>
    </message>
    <message>
        <source>The call was never answered.</source>
        <translation>لم يُرد على المكالمة قط.</translation>
    </message>
    <message>
        <source>No record in Salesforce has this number.</source>
        <translation>لا سجل في Salesforce بهذا الرقم.</translation>
    </message>
    <message>
        <source>Several records have this number, and none was chosen.</source>
        <translation>لعدة سجلات هذا الرقم، ولم يُختر أي منها.</translation>
    </message>
    <message>
        <source>Not signed in to Salesforce.</source>
        <translation>لم يتم تسجيل الدخول إلى Salesforce.</translation>
    </message>
    <message>
        <source>Salesforce could not be asked.</source>
        <translation>تعذر سؤال Salesforce.</translation>
    </message>
    <message>
        <source>The Salesforce integration is switched off.</source>
        <translation>تكامل Salesforce متوقف.</translation>
    </message>
    <message>
        <source>Internal, withheld and service numbers are not looked up.</source>
        <translation>لا يُبحث عن الأرقام الداخلية والمحجوبة وأرقام الخدمات.</translation>
    </message>
    <message>
        <source>The record was already opened for this call.</source>
        <translation>سبق فتح السجل لهذه المكالمة.</translation>
    </message>
    <message>
        <source>Salesforce has not answered yet.</source>
        <translation>لم يرد Salesforce بعد.</translation>
    </message>
    <message>
        <source>The record&apos;s address does not belong to your organisation, so it was not opened.</source>
        <translation>عنوان السجل لا يتبع مؤسستك، لذلك لم يُفتح.</translation>
    </message>
    <message>
        <source>Logged when complete</source>
        <translation>تُسجَّل عند اكتمالها</translation>
    </message>
    <message>
        <source>Waiting to be logged</source>
        <translation>بانتظار التسجيل</translation>
    </message>
    <message>
        <source>Being logged…</source>
        <translation>جارٍ التسجيل…</translation>
    </message>
    <message>
        <source>Logged in Salesforce</source>
        <translation>سُجّلت في Salesforce</translation>
    </message>
    <message>
        <source>Choose a record to log the call</source>
        <translation>اختر سجلاً لتسجيل المكالمة</translation>
    </message>
    <message>
        <source>Not logged; see History</source>
        <translation>لم تُسجَّل؛ انظر سجل المكالمات</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>رقم محجوب</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>رقم غير معروف</translation>
    </message>
    <message>
        <source>via %1</source>
        <comment>queue or ring group</comment>
        <translation>عبر %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>the number that was dialled</comment>
        <translation>إلى %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <comment>always more than one</comment>
        <translation>قبل %1 أيام</translation>
    </message>
    <message>
        <source>%1 possible records</source>
        <comment>always more than one</comment>
        <translation>%1 سجلات محتملة</translation>
    </message>
    <message>
        <source>Press %1 on the phone&apos;s keypad when the call is answered: the PBX does not dial extensions behind a number.</source>
        <translation>اضغط %1 على لوحة أرقام الهاتف عند الرد على المكالمة: لا يطلب مقسم الهاتف الأرقام الداخلية التي تلي رقماً.</translation>
    </message>
    <message>
        <source>Several records have this number, so Salesforce&apos;s search page was opened by itself.</source>
        <translation>لهذا الرقم عدة سجلات، لذلك فُتحت صفحة البحث في Salesforce تلقائياً.</translation>
    </message>
</context>
<context>
    <name>ColleagueText</name>
    <message>
        <source>free</source>
        <translation>متاح</translation>
    </message>
    <message>
        <source>ringing</source>
        <translation>هاتفه يرن</translation>
    </message>
    <message>
        <source>on a call</source>
        <translation>في مكالمة</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>away</source>
        <translation>غير موجود</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>عدم الإزعاج</translation>
    </message>
    <message>
        <source>at lunch</source>
        <translation>في استراحة الغداء</translation>
    </message>
    <message>
        <source>on a business trip</source>
        <translation>في رحلة عمل</translation>
    </message>
    <message>
        <source>off work</source>
        <translation>خارج الدوام</translation>
    </message>
    <message>
        <source>asking %1</source>
        <comment>a colleague, before a transfer</comment>
        <translation>استشارة %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <comment>further people in the call</comment>
        <translation>مع %1</translation>
    </message>
    <message>
        <source>calling %1</source>
        <comment>somebody who is to join the call</comment>
        <translation>جارٍ الاتصال بـ %1</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>Key store</source>
        <translation>مخزن المفاتيح</translation>
    </message>
    <message>
        <source>Secrets are kept in the system&apos;s key store.</source>
        <translation>تُحفظ البيانات السرية في مخزن مفاتيح النظام.</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be reached: secrets are kept for this run only.</source>
        <translation>تعذر الوصول إلى مخزن مفاتيح النظام: تُحفظ البيانات السرية حتى إغلاق البرنامج فقط.</translation>
    </message>
    <message>
        <source>Start a key store such as gnome-keyring or KWallet.</source>
        <translation>شغّل مخزن مفاتيح مثل gnome-keyring أو KWallet.</translation>
    </message>
    <message>
        <source>PBX</source>
        <translation>مقسم الهاتف</translation>
    </message>
    <message>
        <source>PBX firmware</source>
        <translation>البرنامج الثابت لمقسم الهاتف</translation>
    </message>
    <message>
        <source>The PBX has firmware %1.</source>
        <translation>إصدار البرنامج الثابت لمقسم الهاتف %1.</translation>
    </message>
    <message>
        <source>Ask your administrator to update it to %1 or later.</source>
        <translation>اطلب من المسؤول تحديثه إلى %1 أو أحدث.</translation>
    </message>
    <message>
        <source>PBX events</source>
        <translation>أحداث مقسم الهاتف</translation>
    </message>
    <message>
        <source>Signed in, but no event has ever arrived.</source>
        <translation>تم تسجيل الدخول، لكن لم يصل أي حدث قط.</translation>
    </message>
    <message>
        <source>In the PBX under Integrations &gt; API &gt; Advanced, switch on Call Status Monitor for this extension and the trunks.</source>
        <translation>في مقسم الهاتف، ضمن Integrations &gt; API &gt; Advanced، فعّل Call Status Monitor لهذا الرقم الداخلي وللخطوط الخارجية.</translation>
    </message>
    <message>
        <source>Salesforce</source>
        <translation>Salesforce</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Correct this setting, or remove it.</source>
        <translation>صحح هذا الإعداد أو أزله.</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>إدخالات السجل</translation>
    </message>
    <message>
        <source>All calls are logged.</source>
        <translation>سُجّلت كل المكالمات.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be written.</source>
        <translation>
            <numerusform>لا إدخالات بانتظار الكتابة.</numerusform>
            <numerusform>إدخال واحد بانتظار الكتابة.</numerusform>
            <numerusform>إدخالان بانتظار الكتابة.</numerusform>
            <numerusform>%n إدخالات بانتظار الكتابة.</numerusform>
            <numerusform>%n إدخالاً بانتظار الكتابة.</numerusform>
            <numerusform>%n إدخال بانتظار الكتابة.</numerusform>
        </translation>
    </message>
    <message>
        <source>Contact synchronization</source>
        <translation>مزامنة جهات الاتصال</translation>
    </message>
    <message>
        <source>In the list of calls, “Not logged” says of each what it waits for.</source>
        <translation>في قائمة المكالمات، تبيّن «غير المسجلة» ما تنتظره كل مكالمة.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>the PBX</source>
        <translation>مقسم الهاتف</translation>
    </message>
    <message>
        <source>Salesforce</source>
        <translation>Salesforce</translation>
    </message>
    <message>
        <source>Signing in to the PBX failed.</source>
        <translation>فشل تسجيل الدخول إلى مقسم الهاتف.</translation>
    </message>
    <message>
        <source>The PBX reported a problem.</source>
        <translation>أبلغ مقسم الهاتف عن مشكلة.</translation>
    </message>
    <message>
        <source>Signing in to Salesforce failed.</source>
        <translation>فشل تسجيل الدخول إلى Salesforce.</translation>
    </message>
    <message>
        <source>Salesforce reported a problem.</source>
        <translation>أبلغ Salesforce عن مشكلة.</translation>
    </message>
    <message>
        <source>The caller could not be looked up in Salesforce.</source>
        <translation>تعذر البحث عن المتصل في Salesforce.</translation>
    </message>
    <message>
        <source>The record could not be created.</source>
        <translation>تعذر إنشاء السجل.</translation>
    </message>
    <message>
        <source>The call could not be logged in Salesforce.</source>
        <translation>تعذر تسجيل المكالمة في Salesforce.</translation>
    </message>
    <message>
        <source>The call could not be placed.</source>
        <translation>تعذر إجراء المكالمة.</translation>
    </message>
    <message>
        <source>The PBX did not do that with the call.</source>
        <translation>لم ينفذ مقسم الهاتف ذلك على المكالمة.</translation>
    </message>
    <message>
        <source>The recording could not be fetched.</source>
        <translation>تعذر جلب التسجيل الصوتي.</translation>
    </message>
    <message>
        <source>The contacts could not be synchronised.</source>
        <translation>تعذرت مزامنة جهات الاتصال.</translation>
    </message>
    <message>
        <source>The setting could not be kept.</source>
        <translation>تعذر حفظ الإعداد.</translation>
    </message>
    <message>
        <source>The companion&apos;s own database could not be used.</source>
        <translation>تعذر استخدام قاعدة بيانات البرنامج.</translation>
    </message>
    <message>
        <source>The secure connection to the PBX failed: its certificate is not trusted. Check the address, or give the certificate file of your organisation.</source>
        <translation>فشل الاتصال الآمن بمقسم الهاتف: شهادته غير موثوق بها. تحقق من العنوان، أو حدد ملف شهادة مؤسستك.</translation>
    </message>
    <message>
        <source>The secure connection to Salesforce failed. Check this computer&apos;s clock, and whether a proxy inspects its connections.</source>
        <translation>فشل الاتصال الآمن بـ Salesforce. تحقق من ساعة هذا الحاسوب، ومما إذا كان خادم وكيل يفحص اتصالاته.</translation>
    </message>
    <message>
        <source>The PBX&apos;s name was not found. Check the address for typing errors, and the network.</source>
        <translation>لم يُعثر على اسم مقسم الهاتف. تحقق من خلو العنوان من أخطاء الكتابة، ومن الشبكة.</translation>
    </message>
    <message>
        <source>Salesforce&apos;s name was not found. Check the sign-in address and the network.</source>
        <translation>لم يُعثر على اسم Salesforce. تحقق من عنوان تسجيل الدخول ومن الشبكة.</translation>
    </message>
    <message>
        <source>%1 refused the connection. Check address and port, and whether it is running.</source>
        <translation>رُفض الاتصال من جانب %1. تحقق من العنوان والمنفذ، ومن أنه قيد التشغيل.</translation>
    </message>
    <message>
        <source>A proxy or firewall of the network did not let the connection through. Ask who looks after the network.</source>
        <translation>لم يسمح خادم وكيل أو جدار حماية في الشبكة بمرور الاتصال. اسأل المسؤول عن الشبكة.</translation>
    </message>
    <message>
        <source>No connection to %1. Check the network; the companion tries again by itself.</source>
        <translation>لا اتصال مع %1. تحقق من الشبكة؛ يعيد البرنامج المحاولة تلقائياً.</translation>
    </message>
    <message>
        <source>No connection to %1. Check the network and try again.</source>
        <translation>لا اتصال مع %1. تحقق من الشبكة وأعد المحاولة.</translation>
    </message>
    <message>
        <source>A server answers at this address, but it is not a PBX. Check the address.</source>
        <translation>يرد خادم على هذا العنوان، لكنه ليس مقسم هاتف. تحقق من العنوان.</translation>
    </message>
    <message>
        <source>This value cannot be read. Check it for typing errors.</source>
        <translation>تعذرت قراءة هذه القيمة. تحقق من خلوها من أخطاء الكتابة.</translation>
    </message>
    <message>
        <source>The PBX&apos;s answer could not be read. Check the address; if it is right, try again later.</source>
        <translation>تعذرت قراءة رد مقسم الهاتف. تحقق من العنوان؛ وإن كان صحيحاً فأعد المحاولة لاحقاً.</translation>
    </message>
    <message>
        <source>Salesforce&apos;s answer could not be read. A sign-in page of the network may be in the way; open the browser and try again.</source>
        <translation>تعذرت قراءة رد Salesforce. ربما تعترض صفحة تسجيل دخول للشبكة؛ افتح المتصفح وأعد المحاولة.</translation>
    </message>
    <message>
        <source>The PBX is asked too often just now. The companion tries again by itself.</source>
        <translation>تُرسل إلى مقسم الهاتف طلبات كثيرة الآن. يعيد البرنامج المحاولة تلقائياً.</translation>
    </message>
    <message>
        <source>Salesforce takes no more requests for now. The entry is kept and sent later.</source>
        <translation>لا يقبل Salesforce مزيداً من الطلبات حالياً. يُحفظ الإدخال ويُرسل لاحقاً.</translation>
    </message>
    <message>
        <source>Salesforce takes no more requests for now. Try again later.</source>
        <translation>لا يقبل Salesforce مزيداً من الطلبات حالياً. أعد المحاولة لاحقاً.</translation>
    </message>
    <message>
        <source>The PBX does not accept these credentials. Check Client ID and Client Secret.</source>
        <translation>لا يقبل مقسم الهاتف بيانات الدخول هذه. تحقق من Client ID وClient Secret.</translation>
    </message>
    <message>
        <source>The PBX has ended the session. Sign in to the PBX again.</source>
        <translation>أنهى مقسم الهاتف الجلسة. سجّل الدخول إلى مقسم الهاتف مجدداً.</translation>
    </message>
    <message>
        <source>Salesforce has ended the session. Sign in again; the entry is kept until then.</source>
        <translation>أنهى Salesforce الجلسة. سجّل الدخول مجدداً؛ يبقى الإدخال محفوظاً حتى ذلك الحين.</translation>
    </message>
    <message>
        <source>Salesforce has ended the session. Sign in to Salesforce again.</source>
        <translation>أنهى Salesforce الجلسة. سجّل الدخول إلى Salesforce مجدداً.</translation>
    </message>
    <message>
        <source>The PBX does not allow this. Ask its administrator for the permission.</source>
        <translation>لا يسمح مقسم الهاتف بهذا. اطلب الإذن من مسؤوله.</translation>
    </message>
    <message>
        <source>Your Salesforce user may not do this. Ask your Salesforce administrator.</source>
        <translation>لا يُسمح لمستخدم Salesforce الخاص بك بهذا. اسأل مسؤول Salesforce.</translation>
    </message>
    <message>
        <source>This PBX has no such extension. Check the extension&apos;s number or e-mail address.</source>
        <translation>لا يوجد هذا الرقم الداخلي في مقسم الهاتف هذا. تحقق من الرقم الداخلي أو من عنوان البريد الإلكتروني.</translation>
    </message>
    <message>
        <source>The PBX does not know this call any more; it is probably over.</source>
        <translation>لم يعد مقسم الهاتف يعرف هذه المكالمة؛ لعلها انتهت.</translation>
    </message>
    <message>
        <source>The PBX does not know this number. Check it and try again.</source>
        <translation>لا يعرف مقسم الهاتف هذا الرقم. تحقق منه وأعد المحاولة.</translation>
    </message>
    <message>
        <source>The PBX has no recording of this call, or has deleted it.</source>
        <translation>ليس لدى مقسم الهاتف تسجيل صوتي لهذه المكالمة، أو أنه حذفه.</translation>
    </message>
    <message>
        <source>The PBX does not have this. Its firmware may be too old.</source>
        <translation>لا يتوفر هذا في مقسم الهاتف. ربما كان برنامجه الثابت قديماً.</translation>
    </message>
    <message>
        <source>The record does not exist in Salesforce any more. It may have been deleted or merged.</source>
        <translation>لم يعد السجل موجوداً في Salesforce. ربما حُذف أو دُمج.</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>لا يوجد إعداد كهذا.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>لم يُعثر على شيء.</translation>
    </message>
    <message>
        <source>No answer from %1 in time. Check the network and try again.</source>
        <translation>لم يصل رد من %1 في الوقت المحدد. تحقق من الشبكة وأعد المحاولة.</translation>
    </message>
    <message>
        <source>This is set by your organisation and cannot be changed here.</source>
        <translation>حددت مؤسستك هذا الإعداد، ولا يمكن تغييره هنا.</translation>
    </message>
    <message>
        <source>The companion could not write to its own files. Check the free space and the rights of your home folder.</source>
        <translation>تعذر على البرنامج الكتابة في ملفاته. تحقق من المساحة الحرة ومن صلاحيات مجلدك الرئيسي.</translation>
    </message>
    <message>
        <source>This PBX cannot do that.</source>
        <translation>لا يستطيع مقسم الهاتف هذا القيام بذلك.</translation>
    </message>
    <message>
        <source>Your Salesforce organisation does not offer this.</source>
        <translation>لا توفر مؤسستك في Salesforce هذه الميزة.</translation>
    </message>
    <message>
        <source>The sign-in was cancelled.</source>
        <translation>أُلغي تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>أُلغيت العملية.</translation>
    </message>
    <message>
        <source>The PBX says: %1</source>
        <translation>يقول مقسم الهاتف: %1</translation>
    </message>
    <message>
        <source>Salesforce says: %1</source>
        <translation>يقول Salesforce: %1</translation>
    </message>
    <message>
        <source>You are not signed in to the PBX. Sign in first.</source>
        <translation>لم تسجّل الدخول إلى مقسم الهاتف. سجّل الدخول أولاً.</translation>
    </message>
    <message>
        <source>You are not signed in to Salesforce. Sign in first.</source>
        <translation>لم تسجّل الدخول إلى Salesforce. سجّل الدخول أولاً.</translation>
    </message>
    <message>
        <source>The Salesforce integration is switched off. Switch it on in the tray menu first.</source>
        <translation>تكامل Salesforce متوقف. شغّله أولاً من قائمة الأيقونة في علبة النظام.</translation>
    </message>
    <message>
        <source>This is not a number that can be dialled.</source>
        <translation>هذا ليس رقماً يمكن طلبه.</translation>
    </message>
    <message>
        <source>The day&apos;s Salesforce budget is nearly used up: only lookups and the call log still go out. What you typed is kept. Save it again later.</source>
        <translation>يكاد رصيد Salesforce اليومي ينفد: لا يُرسل الآن إلا البحث عن المتصلين وتسجيل المكالمات. ما كتبته محفوظ. احفظه مجدداً لاحقاً.</translation>
    </message>
    <message>
        <source>This is no key combination, such as Ctrl+Alt+D.</source>
        <translation>هذه ليست مجموعة مفاتيح مثل Ctrl+Alt+D.</translation>
    </message>
    <message>
        <source>This would take a key that people type with. Add Ctrl or Alt.</source>
        <translation>هذا يحجز مفتاحًا يُكتب به. أضف Ctrl أو Alt.</translation>
    </message>
    <message>
        <source>This keyboard has no such key. Choose another one.</source>
        <translation>لا يوجد هذا المفتاح في لوحة المفاتيح. اختر مفتاحًا آخر.</translation>
    </message>
    <message>
        <source>Another program uses this key combination. Choose another one.</source>
        <translation>يستخدم برنامج آخر مجموعة المفاتيح هذه. اختر مجموعة أخرى.</translation>
    </message>
    <message>
        <source>This desktop lets no program take keys. Bind them to a command of the companion in the desktop&apos;s own keyboard settings.</source>
        <translation>لا يسمح سطح المكتب هذا لأي برنامج بحجز مفاتيح. اربطها بأحد أوامر البرنامج في إعدادات لوحة المفاتيح الخاصة بسطح المكتب.</translation>
    </message>
    <message>
        <source>Enter your extension. Or sign in to Salesforce: then it is found by your e-mail address there.</source>
        <translation>أدخل رقمك الداخلي. أو سجّل الدخول إلى Salesforce: عندئذ يُعثر عليه بواسطة بريدك الإلكتروني هناك.</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be reached, so it is not known how you were signed in. Start or unlock it, or sign in again.</source>
        <translation>تعذر الوصول إلى مخزن مفاتيح النظام، لذا لا يُعرف كيف سُجّل دخولك. شغّله أو افتح قفله، أو سجّل الدخول من جديد.</translation>
    </message>
    <message>
        <source>The day&apos;s Salesforce budget is nearly used up: only lookups and the call log still go out. Search again later.</source>
        <translation>يكاد رصيد Salesforce اليومي ينفد: لا يُرسل الآن إلا البحث عن المتصلين وتسجيل المكالمات. ابحث مجدداً لاحقاً.</translation>
    </message>
</context>
<context>
    <name>HistoryCsv</name>
    <message>
        <source>Started</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>الاتجاه</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>الرقم</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>حساب</translation>
    </message>
    <message>
        <source>Record type</source>
        <translation>نوع السجل</translation>
    </message>
    <message>
        <source>Record ID</source>
        <translation>معرّف السجل</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>قائمة الانتظار</translation>
    </message>
    <message>
        <source>Number dialled</source>
        <translation>الرقم المطلوب</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>الرقم الداخلي</translation>
    </message>
    <message>
        <source>Ringing (seconds)</source>
        <translation>الرنين (بالثواني)</translation>
    </message>
    <message>
        <source>Talk (seconds)</source>
        <translation>المحادثة (بالثواني)</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>نتيجة المكالمة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Log entry</source>
        <translation>إدخال السجل</translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation>معرّف المهمة</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>تسجيل صوتي</translation>
    </message>
</context>
<context>
    <name>HistoryText</name>
    <message>
        <source>Withheld number</source>
        <translation>رقم محجوب</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>رقم غير معروف</translation>
    </message>
    <message numerus="yes">
        <source>%n possible record(s)</source>
        <translation>
            <numerusform>لا سجلات محتملة</numerusform>
            <numerusform>سجل محتمل واحد</numerusform>
            <numerusform>سجلان محتملان</numerusform>
            <numerusform>%n سجلات محتملة</numerusform>
            <numerusform>%n سجلاً محتملاً</numerusform>
            <numerusform>%n سجل محتمل</numerusform>
        </translation>
    </message>
    <message>
        <source>Missed, dealt with</source>
        <translation>فائتة، تمت متابعتها</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>“Incoming via Support”</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>اليوم</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>أمس</translation>
    </message>
    <message>
        <source>Not to be logged</source>
        <translation>لن تُسجَّل</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>بالانتظار</translation>
    </message>
    <message>
        <source>Being logged…</source>
        <translation>جارٍ التسجيل…</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>سُجّلت</translation>
    </message>
    <message>
        <source>Choose a record</source>
        <translation>اختر سجلاً</translation>
    </message>
    <message>
        <source>Not logged</source>
        <translation>لم تُسجَّل</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>تسجيل صوتي</translation>
    </message>
    <message>
        <source>Logged when the call&apos;s times are final and a record is known.</source>
        <translation>تُسجَّل حين تصبح أوقات المكالمة نهائية ويُعرف سجل لها.</translation>
    </message>
    <message>
        <source>Kept here, and sent to Salesforce as soon as it can be.</source>
        <translation>محفوظة هنا، وتُرسل إلى Salesforce حالما يمكن ذلك.</translation>
    </message>
    <message>
        <source>On its way to Salesforce.</source>
        <translation>في طريقها إلى Salesforce.</translation>
    </message>
    <message>
        <source>Logged in Salesforce.</source>
        <translation>سُجّلت في Salesforce.</translation>
    </message>
    <message>
        <source>Several records have this number. Choose the one to log this call with.</source>
        <translation>لعدة سجلات هذا الرقم. اختر السجل الذي تُسجَّل معه هذه المكالمة.</translation>
    </message>
    <message>
        <source>Salesforce did not take the entry. Correct the reason, then try again.</source>
        <translation>لم يقبل Salesforce الإدخال. عالج السبب ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>Not logged, as you wished.</source>
        <translation>لم تُسجَّل، كما طلبت.</translation>
    </message>
    <message>
        <source>Internal calls are not logged.</source>
        <translation>لا تُسجَّل المكالمات الداخلية.</translation>
    </message>
    <message>
        <source>Not logged: the caller&apos;s number was withheld.</source>
        <translation>لم تُسجَّل: كان رقم المتصل محجوباً.</translation>
    </message>
    <message>
        <source>Not logged: Salesforce could not be asked who this is.</source>
        <translation>لم تُسجَّل: تعذر سؤال Salesforce عن صاحب الرقم.</translation>
    </message>
    <message>
        <source>Not logged: no record in Salesforce has this number.</source>
        <translation>لم تُسجَّل: لا سجل في Salesforce بهذا الرقم.</translation>
    </message>
    <message>
        <source>Not logged.</source>
        <translation>لم تُسجَّل.</translation>
    </message>
</context>
<context>
    <name>LookupText</name>
    <message>
        <source>Asked: the phonebook.</source>
        <translation>سُئل: دليل الهاتف.</translation>
    </message>
    <message>
        <source>Asked: nobody again, the answer of a moment ago is still good.</source>
        <translation>لم يُسأل أحد مجدداً: الرد السابق قبل قليل ما زال صالحاً.</translation>
    </message>
    <message>
        <source>Asked: Salesforce, for exact spellings (API calls: %1).</source>
        <translation>سُئل: Salesforce، عن صيغ كتابة مطابقة (طلبات API: %1).</translation>
    </message>
    <message>
        <source>Asked: Salesforce&apos;s search (API calls: %1).</source>
        <translation>سُئل: بحث Salesforce (طلبات API: %1).</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>عُثر على: %1</translation>
    </message>
    <message>
        <source>Nobody was asked: such numbers are not looked up.</source>
        <translation>لم يُسأل أحد: لا يُبحث عن مثل هذه الأرقام.</translation>
    </message>
    <message>
        <source>Found: nobody</source>
        <translation>عُثر على: لا أحد</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>ولا أحد غيرهم</numerusform>
            <numerusform>وواحد آخر</numerusform>
            <numerusform>واثنان آخران</numerusform>
            <numerusform>و%n آخرون</numerusform>
            <numerusform>و%n آخر</numerusform>
            <numerusform>و%n آخر</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PbxErrorText</name>
    <message>
        <source>The PBX has blocked this computer&apos;s address after failed sign-ins. Its administrator can unblock it under Security &gt; Security Rules &gt; Blocked IPs.</source>
        <translation>حظر مقسم الهاتف عنوان هذا الحاسوب بعد محاولات تسجيل دخول فاشلة. يمكن لمسؤوله رفع الحظر ضمن Security &gt; Security Rules &gt; Blocked IPs.</translation>
    </message>
    <message>
        <source>The PBX has blocked this computer&apos;s address until %1 after failed sign-ins. Wait, or ask its administrator to unblock it under Security &gt; Security Rules &gt; Blocked IPs.</source>
        <translation>حظر مقسم الهاتف عنوان هذا الحاسوب حتى %1 بعد محاولات تسجيل دخول فاشلة. انتظر، أو اطلب من مسؤوله رفع الحظر ضمن Security &gt; Security Rules &gt; Blocked IPs.</translation>
    </message>
    <message>
        <source>The PBX does not accept the session. Sign in again.</source>
        <translation>لا يقبل مقسم الهاتف الجلسة. سجّل الدخول مجدداً.</translation>
    </message>
    <message>
        <source>The PBX has ended the session. The companion signs in again by itself.</source>
        <translation>أنهى مقسم الهاتف الجلسة. يعيد البرنامج تسجيل الدخول تلقائياً.</translation>
    </message>
    <message>
        <source>Client ID or Client Secret is wrong. Check both in the PBX under Integrations &gt; API; after five wrong attempts it blocks this computer.</source>
        <translation>قيمة Client ID أو Client Secret خاطئة. تحقق من كلتيهما في مقسم الهاتف ضمن Integrations &gt; API؛ فبعد خمس محاولات خاطئة يحظر هذا الحاسوب.</translation>
    </message>
    <message>
        <source>The PBX has an internal error. Try again later.</source>
        <translation>حدث خطأ داخلي في مقسم الهاتف. أعد المحاولة لاحقاً.</translation>
    </message>
    <message>
        <source>The PBX&apos;s firmware does not know this function. Ask for an update to 84.21.0.66 or later.</source>
        <translation>لا يعرف البرنامج الثابت لمقسم الهاتف هذه الوظيفة. اطلب تحديثه إلى 84.21.0.66 أو أحدث.</translation>
    </message>
    <message>
        <source>The PBX no longer supports this version of its interface. Update the companion.</source>
        <translation>لم يعد مقسم الهاتف يدعم هذا الإصدار من واجهته. حدّث البرنامج.</translation>
    </message>
    <message>
        <source>The PBX does not allow this. Ask its administrator for the permission.</source>
        <translation>لا يسمح مقسم الهاتف بهذا. اطلب الإذن من مسؤوله.</translation>
    </message>
    <message>
        <source>The PBX could not do this. The feature may be switched off for your extension.</source>
        <translation>لم يتمكن مقسم الهاتف من ذلك. ربما كانت الميزة متوقفة لرقمك الداخلي.</translation>
    </message>
    <message>
        <source>This PBX has no such extension. Check the extension&apos;s number or e-mail address.</source>
        <translation>لا يوجد هذا الرقم الداخلي في مقسم الهاتف هذا. تحقق من الرقم الداخلي أو من عنوان البريد الإلكتروني.</translation>
    </message>
    <message>
        <source>All eight sign-ins that the PBX allows at a time are in use. Sign out on a computer that does not need it; the companion tries again in some minutes.</source>
        <translation>عمليات تسجيل الدخول الثماني التي يسمح بها مقسم الهاتف في آن واحد مستخدمة كلها. سجّل الخروج من حاسوب لا يحتاج إليها؛ يعيد البرنامج المحاولة بعد دقائق.</translation>
    </message>
    <message>
        <source>The PBX has reached its limit for this. Try again later.</source>
        <translation>بلغ مقسم الهاتف حده الأقصى لهذا. أعد المحاولة لاحقاً.</translation>
    </message>
    <message>
        <source>The PBX is overloaded just now. Try again in a minute.</source>
        <translation>مقسم الهاتف محمّل فوق طاقته الآن. أعد المحاولة بعد دقيقة.</translation>
    </message>
    <message>
        <source>The PBX does not allow this computer&apos;s address. Ask its administrator to add it to the allowed addresses under Integrations &gt; API.</source>
        <translation>لا يسمح مقسم الهاتف بعنوان هذا الحاسوب. اطلب من مسؤوله إضافته إلى العناوين المسموح بها ضمن Integrations &gt; API.</translation>
    </message>
    <message>
        <source>The interface of the PBX is switched off. Its administrator switches it on under Integrations &gt; API.</source>
        <translation>واجهة مقسم الهاتف متوقفة. يفعّلها مسؤوله ضمن Integrations &gt; API.</translation>
    </message>
    <message>
        <source>The PBX does not know this call any more; it is probably over.</source>
        <translation>لم يعد مقسم الهاتف يعرف هذه المكالمة؛ لعلها انتهت.</translation>
    </message>
    <message>
        <source>This PBX cannot do that with this call.</source>
        <translation>لا يستطيع مقسم الهاتف هذا القيام بذلك مع هذه المكالمة.</translation>
    </message>
    <message>
        <source>The conference is full.</source>
        <translation>المكالمة الجماعية ممتلئة.</translation>
    </message>
    <message>
        <source>No outside line is available. Try again, or ask the PBX&apos;s administrator.</source>
        <translation>لا يتوفر خط خارجي. أعد المحاولة، أو اسأل مسؤول مقسم الهاتف.</translation>
    </message>
    <message>
        <source>The PBX&apos;s address must begin with https://, or what is said to it could be read on the way.</source>
        <translation>يجب أن يبدأ عنوان مقسم الهاتف بـ https://‎، وإلا أمكن في الطريق قراءة ما يُرسل إليه.</translation>
    </message>
    <message>
        <source>This is not an address. A PBX&apos;s address looks like https://pbx.example.com.</source>
        <translation>هذا ليس عنواناً. يكون عنوان مقسم الهاتف مثل https://pbx.example.com.</translation>
    </message>
    <message>
        <source>This person asked not to be called. The companion&apos;s window asks whether to call anyway.</source>
        <translation>طلب هذا الشخص عدم الاتصال به. تسألك نافذة البرنامج هل تريد الاتصال مع ذلك.</translation>
    </message>
    <message>
        <source>The PBX&apos;s phonebook for synchronized contacts holds other contacts. Choose an empty one, or the name of a new one.</source>
        <translation>يحتوي دليل الهاتف المخصص في المقسم لجهات الاتصال المتزامنة على جهات اتصال أخرى. اختر دليلاً فارغاً، أو اسماً لدليل جديد.</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translation>اضغط المفاتيح</translation>
    </message>
</context>
<context>
    <name>RecordingErrorText</name>
    <message>
        <source>This call was not recorded.</source>
        <translation>لم تُسجَّل هذه المكالمة صوتياً.</translation>
    </message>
    <message>
        <source>The PBX has not finished this recording yet. Try again in a minute.</source>
        <translation>لم ينتهِ مقسم الهاتف من هذا التسجيل الصوتي بعد. أعد المحاولة بعد دقيقة.</translation>
    </message>
    <message>
        <source>The PBX no longer has this recording: its time to keep recordings is over, or somebody has deleted it.</source>
        <translation>لم يعد هذا التسجيل الصوتي لدى مقسم الهاتف: انقضت مدة الاحتفاظ بالتسجيلات، أو حذفه أحدهم.</translation>
    </message>
    <message>
        <source>You are not signed in to the PBX. Sign in to it in the companion, then try again.</source>
        <translation>لم تسجّل الدخول إلى مقسم الهاتف. سجّل الدخول إليه في البرنامج، ثم أعد المحاولة.</translation>
    </message>
    <message>
        <source>This call was recorded by another PBX than the one you are signed in to.</source>
        <translation>التسجيل الصوتي لهذه المكالمة لدى مقسم هاتف آخر غير الذي سجّلت الدخول إليه.</translation>
    </message>
    <message>
        <source>The companion has no connection to the PBX just now. Check the network and try again.</source>
        <translation>لا اتصال للبرنامج بمقسم الهاتف الآن. تحقق من الشبكة وأعد المحاولة.</translation>
    </message>
    <message>
        <source>The companion on this computer does not know this recording. It plays only for the person who had the call, on the computer where it was logged.</source>
        <translation>لا يعرف البرنامج على هذا الحاسوب هذا التسجيل الصوتي. لا يُشغَّل إلا لمن أجرى المكالمة، وعلى الحاسوب الذي سُجّلت عليه.</translation>
    </message>
    <message>
        <source>The player could not be opened, because other programs use its ports. Close some of them and try again.</source>
        <translation>تعذر فتح المشغّل لأن برامج أخرى تستخدم منافذه. أغلق بعضها وأعد المحاولة.</translation>
    </message>
    <message>
        <source>The PBX does not allow you to play recordings. Ask its administrator for the permission.</source>
        <translation>لا يسمح لك مقسم الهاتف بتشغيل التسجيلات الصوتية. اطلب الإذن من مسؤوله.</translation>
    </message>
</context>
<context>
    <name>RecordingPageText</name>
    <message>
        <source>Recording not available</source>
        <translation>التسجيل الصوتي غير متاح</translation>
    </message>
    <message>
        <source>Recording of this call</source>
        <translation>التسجيل الصوتي لهذه المكالمة</translation>
    </message>
    <message>
        <source>The browser cannot play this recording. Reload the page; if that does not help, save the recording and play it with another program.</source>
        <translation>لا يستطيع المتصفح تشغيل هذا التسجيل الصوتي. أعد تحميل الصفحة؛ وإن لم يُفد ذلك فاحفظ التسجيل وشغّله ببرنامج آخر.</translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation>حفظ التسجيل الصوتي</translation>
    </message>
    <message>
        <source>The PBX has not finished this recording yet. It plays here as soon as it is ready.</source>
        <translation>لم ينتهِ مقسم الهاتف من هذا التسجيل الصوتي بعد. يُشغَّل هنا حالما يصبح جاهزاً.</translation>
    </message>
    <message>
        <source>The recording is being fetched from the PBX…</source>
        <translation>جارٍ جلب التسجيل الصوتي من مقسم الهاتف…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Recording: %1, %2</source>
        <comment>who, when</comment>
        <translation>تسجيل صوتي: %1، %2</translation>
    </message>
    <message>
        <source>Cloud One Companion · plays on this computer only</source>
        <translation>Cloud One Companion · يُشغَّل على هذا الحاسوب فقط</translation>
    </message>
</context>
<context>
    <name>SalesforceErrorText</name>
    <message>
        <source>Access was not granted in the browser. Sign in again and choose Allow.</source>
        <translation>لم يُمنح الوصول في المتصفح. سجّل الدخول مجدداً واختر السماح (Allow).</translation>
    </message>
    <message>
        <source>Your Salesforce user is locked or frozen. Ask your Salesforce administrator.</source>
        <translation>مستخدم Salesforce الخاص بك مقفل أو مجمّد. اسأل مسؤول Salesforce.</translation>
    </message>
    <message>
        <source>This Salesforce organisation is not active. Ask your Salesforce administrator.</source>
        <translation>مؤسسة Salesforce هذه غير نشطة. اسأل مسؤول Salesforce.</translation>
    </message>
    <message>
        <source>Salesforce does not know this Consumer Key. Check it, and whether the sign-in address belongs to the same organisation; a new app takes up to ten minutes.</source>
        <translation>لا يعرف Salesforce قيمة Consumer Key هذه. تحقق منها، ومن أن عنوان تسجيل الدخول يتبع المؤسسة نفسها؛ يحتاج التطبيق الجديد إلى عشر دقائق على الأكثر.</translation>
    </message>
    <message>
        <source>The Consumer Secret is wrong or missing. Check it, or let the app do without one.</source>
        <translation>قيمة Consumer Secret خاطئة أو ناقصة. تحقق منها، أو اسمح للتطبيق بالعمل من دونها.</translation>
    </message>
    <message>
        <source>You are not approved to use this app. Ask your Salesforce administrator to assign it to you.</source>
        <translation>لا تملك موافقة على استخدام هذا التطبيق. اطلب من مسؤول Salesforce إسناده إليك.</translation>
    </message>
    <message>
        <source>Your organisation has blocked this app. Ask your Salesforce administrator to allow it.</source>
        <translation>حظرت مؤسستك هذا التطبيق. اطلب من مسؤول Salesforce السماح به.</translation>
    </message>
    <message>
        <source>The app is not installed in this organisation. Ask your Salesforce administrator to install it.</source>
        <translation>التطبيق غير مثبت في هذه المؤسسة. اطلب من مسؤول Salesforce تثبيته.</translation>
    </message>
    <message>
        <source>The app does not allow this way to sign in. Ask your Salesforce administrator to enable the authorization code flow.</source>
        <translation>لا يسمح التطبيق بطريقة تسجيل الدخول هذه. اطلب من مسؤول Salesforce تفعيل authorization code flow.</translation>
    </message>
    <message>
        <source>The app lacks a permission. It needs the scopes api, refresh_token and openid; ask your Salesforce administrator to add them.</source>
        <translation>ينقص التطبيق إذن. يحتاج إلى النطاقات api وrefresh_token وopenid؛ اطلب من مسؤول Salesforce إضافتها.</translation>
    </message>
    <message>
        <source>Too many sign-ins in a short time. Wait some minutes and try again.</source>
        <translation>عمليات تسجيل دخول كثيرة في وقت قصير. انتظر بضع دقائق وأعد المحاولة.</translation>
    </message>
    <message>
        <source>Salesforce has an internal error. Try again later.</source>
        <translation>حدث خطأ داخلي في Salesforce. أعد المحاولة لاحقاً.</translation>
    </message>
    <message>
        <source>Salesforce is not available just now. Try again later.</source>
        <translation>لا يتوفر Salesforce الآن. أعد المحاولة لاحقاً.</translation>
    </message>
    <message>
        <source>This Salesforce edition, or your profile, has no API access. The companion needs it; ask your Salesforce administrator.</source>
        <translation>لا يتيح إصدار Salesforce هذا أو ملفك التعريفي الوصول إلى API. يحتاج البرنامج إليه؛ اسأل مسؤول Salesforce.</translation>
    </message>
    <message>
        <source>Salesforce has switched the API off for a while. Try again later.</source>
        <translation>أوقف Salesforce واجهة API مؤقتاً. أعد المحاولة لاحقاً.</translation>
    </message>
    <message>
        <source>Your organisation has used up its API requests of the last 24 hours. Entries are kept and sent later; callers are looked up in the local phonebook.</source>
        <translation>استنفدت مؤسستك طلبات API خلال آخر 24 ساعة. تُحفظ الإدخالات وتُرسل لاحقاً؛ ويُبحث عن المتصلين في دليل الهاتف المحلي.</translation>
    </message>
    <message>
        <source>Salesforce has ended the session. Sign in to Salesforce again.</source>
        <translation>أنهى Salesforce الجلسة. سجّل الدخول إلى Salesforce مجدداً.</translation>
    </message>
    <message>
        <source>You may not change this record. Ask its owner or your Salesforce administrator.</source>
        <translation>لا يُسمح لك بتغيير هذا السجل. اسأل مالكه أو مسؤول Salesforce.</translation>
    </message>
    <message>
        <source>You may not link to this record. Choose another one, or ask your Salesforce administrator.</source>
        <translation>لا يُسمح لك بالربط بهذا السجل. اختر سجلاً آخر، أو اسأل مسؤول Salesforce.</translation>
    </message>
    <message>
        <source>The record was deleted or merged meanwhile. Choose another one.</source>
        <translation>حُذف السجل أو دُمج في هذه الأثناء. اختر سجلاً آخر.</translation>
    </message>
    <message>
        <source>A record like this already exists. Open the existing one, or save anyway if that is allowed.</source>
        <translation>يوجد سجل مشابه لهذا. افتح السجل الموجود، أو احفظ مع ذلك إن كان مسموحاً.</translation>
    </message>
    <message>
        <source>Somebody else is changing this record just now. Try again in a moment.</source>
        <translation>يغيّر شخص آخر هذا السجل الآن. أعد المحاولة بعد قليل.</translation>
    </message>
    <message>
        <source>Salesforce took too long over the search. Try again, or type more.</source>
        <translation>استغرق Salesforce وقتاً أطول من اللازم في البحث. أعد المحاولة، أو اكتب المزيد.</translation>
    </message>
    <message>
        <source>The record was deleted in Salesforce meanwhile.</source>
        <translation>حُذف السجل في Salesforce في هذه الأثناء.</translation>
    </message>
    <message>
        <source>Salesforce is not available just now; it may be under maintenance. Try again later.</source>
        <translation>لا يتوفر Salesforce الآن؛ ربما كان قيد الصيانة. أعد المحاولة لاحقاً.</translation>
    </message>
    <message>
        <source>Your user cannot see one kind of record that is searched. Ask your Salesforce administrator, or take it out of the settings.</source>
        <translation>لا يستطيع مستخدمك رؤية أحد أنواع السجلات التي يُبحث فيها. اسأل مسؤول Salesforce، أو أزل هذا النوع من الإعدادات.</translation>
    </message>
    <message>
        <source>A field that is needed is hidden from your user. Ask your Salesforce administrator.</source>
        <translation>حقل ضروري مخفي عن مستخدمك. اسأل مسؤول Salesforce.</translation>
    </message>
    <message>
        <source>Your user may not fill a field that is needed. Ask your Salesforce administrator.</source>
        <translation>لا يُسمح لمستخدمك بتعبئة حقل ضروري. اسأل مسؤول Salesforce.</translation>
    </message>
    <message>
        <source>Salesforce does not allow signing in from here, or at this hour. Try again from the office network or within your login hours.</source>
        <translation>لا يسمح Salesforce بتسجيل الدخول من هنا، أو في هذه الساعة. أعد المحاولة من شبكة المكتب أو ضمن ساعات الدخول المحددة لك.</translation>
    </message>
    <message>
        <source>Access to the app was taken back. Sign in to Salesforce again.</source>
        <translation>سُحب الإذن بالوصول من التطبيق. سجّل الدخول إلى Salesforce مجدداً.</translation>
    </message>
    <message>
        <source>The sign-in to Salesforce has expired or was taken back. Sign in again; your settings are kept.</source>
        <translation>انتهت صلاحية تسجيل الدخول إلى Salesforce أو سُحب الإذن. سجّل الدخول مجدداً؛ تبقى إعداداتك محفوظة.</translation>
    </message>
    <message>
        <source>Salesforce did not accept the sign-in. Start it again.</source>
        <translation>لم يقبل Salesforce تسجيل الدخول. ابدأه من جديد.</translation>
    </message>
    <message>
        <source>The Salesforce app does not know the companion&apos;s callback address. Register these as callback URLs: %1</source>
        <translation>لا يعرف تطبيق Salesforce عنوان Callback الخاص بالبرنامج. سجّل هذه العناوين في Callback URLs: %1</translation>
    </message>
    <message>
        <source>Salesforce needs more fields. Fill in all that are required.</source>
        <translation>يحتاج Salesforce إلى مزيد من الحقول. املأ كل الحقول المطلوبة.</translation>
    </message>
    <message>
        <source>Salesforce needs these fields: %1.</source>
        <translation>يحتاج Salesforce إلى هذه الحقول: %1.</translation>
    </message>
    <message>
        <source>Nothing came back from the browser in time. If it showed an error, check the Consumer Key and that the app has these callback URLs: %1</source>
        <translation>لم يصل شيء من المتصفح في الوقت المحدد. إن أظهر خطأً، فتحقق من Consumer Key ومن أن لدى التطبيق عناوين Callback URLs هذه: %1</translation>
    </message>
    <message>
        <source>The sign-in address must begin with https://, or what you type could be read on the way.</source>
        <translation>يجب أن يبدأ عنوان تسجيل الدخول بـ https://‎، وإلا أمكن في الطريق قراءة ما تكتبه.</translation>
    </message>
    <message>
        <source>This is not an address. A sign-in address looks like https://login.salesforce.com.</source>
        <translation>هذا ليس عنواناً. يكون عنوان تسجيل الدخول مثل https://login.salesforce.com.</translation>
    </message>
    <message>
        <source>The Consumer Key is missing. It is in the settings of the app in Salesforce.</source>
        <translation>قيمة Consumer Key ناقصة. تجدها في إعدادات التطبيق في Salesforce.</translation>
    </message>
</context>
<context>
    <name>SettingTexts</name>
    <message>
        <source>Incoming calls</source>
        <translation>المكالمات الواردة</translation>
    </message>
    <message>
        <source>Outgoing calls</source>
        <translation>المكالمات الصادرة</translation>
    </message>
    <message>
        <source>Internal calls</source>
        <translation>المكالمات الداخلية</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>جهات الاتصال</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>العملاء المحتملون</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>الحسابات</translation>
    </message>
    <message>
        <source>Enable Salesforce &amp;integration</source>
        <translation>تفعيل تكامل &amp;Salesforce</translation>
    </message>
    <message>
        <source>Switched off, nothing is looked up, opened or logged; every setting is kept.</source>
        <translation>عند إيقافه لا يُبحث عن شيء ولا يُفتح ولا يُسجَّل؛ وتبقى كل الإعدادات محفوظة.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>ال&amp;لغة</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>الأل&amp;وان</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>حسب النظام</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>فاتح</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>داكن</translation>
    </message>
    <message>
        <source>Start when I &amp;sign in to this computer</source>
        <translation>ال&amp;تشغيل عند تسجيل دخولي إلى هذا الحاسوب</translation>
    </message>
    <message>
        <source>Shortcut: &amp;dial the selected text</source>
        <translation>اختصار: الاتصال بالنص الم&amp;حدد</translation>
    </message>
    <message>
        <source>Works in every program: select a number, press the keys.</source>
        <translation>يعمل في كل البرامج: حدد رقماً واضغط المفاتيح.</translation>
    </message>
    <message>
        <source>Shortcut: go to the call &amp;card</source>
        <translation>اختصار: الانتقال إلى &amp;بطاقة المكالمة</translation>
    </message>
    <message>
        <source>Brings the keyboard to the card of the current call.</source>
        <translation>ينقل لوحة المفاتيح إلى بطاقة المكالمة الحالية.</translation>
    </message>
    <message>
        <source>&amp;Mask phone numbers</source>
        <translation>إ&amp;خفاء أرقام الهاتف</translation>
    </message>
    <message>
        <source>Numbers are never shown, logged or searched for while typing; only their last two digits can be seen.</source>
        <translation>لا تُعرض الأرقام ولا تُسجَّل ولا يُبحث عنها أثناء الكتابة؛ ولا يظهر منها إلا آخر رقمين.</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>ال&amp;نوع</translation>
    </message>
    <message>
        <source>Cloud One BCS</source>
        <translation>Cloud One BCS</translation>
    </message>
    <message>
        <source>Asterisk</source>
        <translation>Asterisk</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>ال&amp;عنوان</translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation>Client &amp;ID</translation>
    </message>
    <message>
        <source>For Asterisk: the ARI user.</source>
        <translation>في Asterisk: مستخدم ARI.</translation>
    </message>
    <message>
        <source>&amp;Extension or e-mail</source>
        <translation>ال&amp;رقم الداخلي أو البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Left empty, the extension is found by the e-mail of your Salesforce user.</source>
        <translation>إذا تُرك فارغاً، يُستدل على الرقم الداخلي من البريد الإلكتروني لمستخدم Salesforce الخاص بك.</translation>
    </message>
    <message>
        <source>Certificate authority &amp;file</source>
        <translation>م&amp;لف جهة إصدار الشهادات</translation>
    </message>
    <message>
        <source>Only if the PBX uses a certificate of your own authority (PEM).</source>
        <translation>فقط إذا كان مقسم الهاتف يستخدم شهادة من جهة إصدار خاصة بكم (PEM).</translation>
    </message>
    <message>
        <source>Channel &amp;technology (Asterisk)</source>
        <translation>ت&amp;قنية القناة (Asterisk)</translation>
    </message>
    <message>
        <source>Dialplan conte&amp;xt (Asterisk)</source>
        <translation>سياق خ&amp;طة الاتصال (Asterisk)</translation>
    </message>
    <message>
        <source>Salesforce sign-in a&amp;ddress</source>
        <translation>عنوان تسجيل الد&amp;خول إلى Salesforce</translation>
    </message>
    <message>
        <source>login.salesforce.com, test.salesforce.com or your My Domain.</source>
        <translation>login.salesforce.com أو test.salesforce.com أو My Domain الخاص بكم.</translation>
    </message>
    <message>
        <source>Consumer &amp;Key</source>
        <translation>Consumer &amp;Key</translation>
    </message>
    <message>
        <source>Callback &amp;ports</source>
        <translation>&amp;منافذ Callback</translation>
    </message>
    <message>
        <source>Each is registered in the app as http://localhost:PORT/oauth/callback. The first free one is used.</source>
        <translation>يُسجَّل كل منها في التطبيق بالصيغة http://localhost:PORT/oauth/callback. ويُستخدم أول منفذ متاح.</translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation>ال&amp;دولة</translation>
    </message>
    <message>
        <source>How numbers without a country code are read.</source>
        <translation>كيف تُقرأ الأرقام التي ليس فيها رمز دولة.</translation>
    </message>
    <message>
        <source>&amp;Area code</source>
        <translation>رمز ال&amp;منطقة</translation>
    </message>
    <message>
        <source>Of this site, without the leading zero; for local numbers dialled without it.</source>
        <translation>رمز هذا الموقع، من دون الصفر في أوله؛ للأرقام المحلية التي تُطلب من دونه.</translation>
    </message>
    <message>
        <source>&amp;Outside line prefix</source>
        <translation>&amp;بادئة الخط الخارجي</translation>
    </message>
    <message>
        <source>Dialled before every outside number.</source>
        <translation>تُطلب قبل كل رقم خارجي.</translation>
    </message>
    <message>
        <source>&amp;Digits of an extension</source>
        <translation>&amp;عدد خانات الرقم الداخلي</translation>
    </message>
    <message>
        <source>A number or a range, such as 3-5.</source>
        <translation>عدد أو نطاق، مثل ‎3-5.</translation>
    </message>
    <message>
        <source>&amp;Show the call card</source>
        <translation>إ&amp;ظهار بطاقة المكالمة</translation>
    </message>
    <message>
        <source>It never takes the keyboard from what you are doing.</source>
        <translation>لا تأخذ لوحة المفاتيح أبداً مما تعمل عليه.</translation>
    </message>
    <message>
        <source>&amp;Corner of the screen</source>
        <translation>&amp;ركن الشاشة</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>أسفل اليمين</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>أسفل اليسار</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>أعلى اليمين</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>أعلى اليسار</translation>
    </message>
    <message>
        <source>&amp;Keep the card after a call</source>
        <translation>إ&amp;بقاء البطاقة بعد المكالمة</translation>
    </message>
    <message>
        <source>Time to write a note and choose the outcome, in seconds.</source>
        <translation>وقت لكتابة ملاحظة واختيار نتيجة المكالمة، بالثواني.</translation>
    </message>
    <message>
        <source>&amp;Ask before a phone link is dialled</source>
        <translation>ال&amp;سؤال قبل الاتصال برابط هاتف</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>دائماً</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>أبداً</translation>
    </message>
    <message>
        <source>Popup &amp;method</source>
        <translation>&amp;طريقة فتح السجل</translation>
    </message>
    <message>
        <source>How the caller&apos;s record opens in the browser.</source>
        <translation>كيف يُفتح سجل المتصل في المتصفح.</translation>
    </message>
    <message>
        <source>Automatically</source>
        <translation>تلقائياً</translation>
    </message>
    <message>
        <source>When I press the CRM label in the card</source>
        <translation>عندما أضغط حقل CRM في البطاقة</translation>
    </message>
    <message>
        <source>&amp;Trigger event</source>
        <translation>ال&amp;حدث المشغِّل</translation>
    </message>
    <message>
        <source>When the call rings</source>
        <translation>عندما ترن المكالمة</translation>
    </message>
    <message>
        <source>When the call is answered</source>
        <translation>عند الرد على المكالمة</translation>
    </message>
    <message>
        <source>When the call has ended</source>
        <translation>عند انتهاء المكالمة</translation>
    </message>
    <message>
        <source>Open the record for</source>
        <translation>المكالمات التي يُفتح سجلها</translation>
    </message>
    <message>
        <source>When &amp;several records match</source>
        <translation>عند تطابق &amp;عدة سجلات</translation>
    </message>
    <message>
        <source>A choice made in the card is remembered for the number.</source>
        <translation>يُحفظ الاختيار الذي يتم في البطاقة لهذا الرقم.</translation>
    </message>
    <message>
        <source>Let me choose in the card</source>
        <translation>دعني أختار في البطاقة</translation>
    </message>
    <message>
        <source>Open the one changed last</source>
        <translation>فتح آخر سجل تم تغييره</translation>
    </message>
    <message>
        <source>Open Salesforce&apos;s search page</source>
        <translation>فتح صفحة البحث في Salesforce</translation>
    </message>
    <message>
        <source>Search in</source>
        <translation>البحث في</translation>
    </message>
    <message>
        <source>The first has preference. Drag to change the order, or press Alt with the up or down arrow.</source>
        <translation>الأفضلية للأول. اسحب لتغيير الترتيب، أو اضغط Alt مع السهم لأعلى أو لأسفل.</translation>
    </message>
    <message>
        <source>Al&amp;ways Query CRM</source>
        <translation>الاستعلام من &amp;CRM دائماً</translation>
    </message>
    <message>
        <source>Every caller is looked up in Salesforce, and the dial box searches Salesforce while you type. Switched off, Salesforce is only asked for numbers that are not in the phonebook.</source>
        <translation>يُبحث عن كل متصل في Salesforce، ويبحث مربع الاتصال في Salesforce أثناء الكتابة. وعند إيقافه لا يُسأل Salesforce إلا عن الأرقام غير الموجودة في دليل الهاتف.</translation>
    </message>
    <message>
        <source>Synchronize contacts automaticall&amp;y</source>
        <translation>م&amp;زامنة جهات الاتصال تلقائياً</translation>
    </message>
    <message>
        <source>People you talk to are copied into the phonebook: one way, read-only.</source>
        <translation>يُنسخ الأشخاص الذين تتحدث معهم إلى دليل الهاتف: في اتجاه واحد، للقراءة فقط.</translation>
    </message>
    <message>
        <source>Synchronize contacts from</source>
        <translation>مزامنة جهات الاتصال من</translation>
    </message>
    <message>
        <source>Synchronize &amp;to</source>
        <translation>المزامنة &amp;إلى</translation>
    </message>
    <message>
        <source>The phonebook on this computer</source>
        <translation>دليل الهاتف على هذا الحاسوب</translation>
    </message>
    <message>
        <source>A phonebook of the PBX</source>
        <translation>دليل هاتف في مقسم الهاتف</translation>
    </message>
    <message>
        <source>&amp;Name of the phonebook</source>
        <translation>ا&amp;سم دليل الهاتف</translation>
    </message>
    <message>
        <source>On the PBX it must be empty or new.</source>
        <translation>يجب أن يكون في مقسم الهاتف فارغاً أو جديداً.</translation>
    </message>
    <message>
        <source>&amp;Create records for unknown numbers</source>
        <translation>إ&amp;نشاء سجلات للأرقام غير المعروفة</translation>
    </message>
    <message>
        <source>Create contact or &amp;lead</source>
        <translation>إنشاء جهة اتصال أو عميل &amp;محتمل</translation>
    </message>
    <message>
        <source>Create &amp;method</source>
        <translation>&amp;طريقة الإنشاء</translation>
    </message>
    <message>
        <source>Manually, with Add Contact to CRM in the card</source>
        <translation>يدوياً، بالزر «إضافة جهة اتصال إلى CRM» في البطاقة</translation>
    </message>
    <message>
        <source>Automatically, named “Automatic New Contact” and the number</source>
        <translation>تلقائياً، باسم «Automatic New Contact» والرقم</translation>
    </message>
    <message>
        <source>Call type</source>
        <translation>نوع المكالمات</translation>
    </message>
    <message>
        <source>&amp;Log calls in Salesforce</source>
        <translation>&amp;تسجيل المكالمات في Salesforce</translation>
    </message>
    <message>
        <source>One task for each call with a CRM contact.</source>
        <translation>مهمة واحدة لكل مكالمة مع جهة اتصال في CRM.</translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation>المو&amp;ضوع</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>ال&amp;وصف</translation>
    </message>
    <message>
        <source>Disable display of &amp;missed call records in unanswered agents</source>
        <translation>إي&amp;قاف عرض المكالمات الفائتة لدى الموظفين الذين لم يردوا</translation>
    </message>
    <message>
        <source>A queue&apos;s call that a colleague answered is not logged as missed for you.</source>
        <translation>مكالمة قائمة الانتظار التي رد عليها زميل لا تُسجَّل فائتة لديك.</translation>
    </message>
    <message>
        <source>&amp;Who writes the entry</source>
        <translation>من &amp;يكتب الإدخال</translation>
    </message>
    <message>
        <source>Choose the PBX if its own Salesforce integration logs calls, so that no call is logged twice. Notes are then added to its entry.</source>
        <translation>اختر مقسم الهاتف إذا كان تكامله مع Salesforce يسجّل المكالمات بنفسه، حتى لا تُسجَّل أي مكالمة مرتين. وعندئذ تُضاف الملاحظات إلى إدخاله.</translation>
    </message>
    <message>
        <source>This companion</source>
        <translation>هذا البرنامج</translation>
    </message>
    <message>
        <source>The PBX</source>
        <translation>مقسم الهاتف</translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation>التسجيل ال&amp;صوتي</translation>
    </message>
    <message>
        <source>A link that plays it on this computer</source>
        <translation>رابط يشغّله على هذا الحاسوب</translation>
    </message>
    <message>
        <source>A link of your own</source>
        <translation>رابط خاص بك</translation>
    </message>
    <message>
        <source>Not mentioned</source>
        <translation>لا يُذكر</translation>
    </message>
    <message>
        <source>Address of the re&amp;cording</source>
        <translation>&amp;عنوان التسجيل الصوتي</translation>
    </message>
    <message>
        <source>{{.Recording}} stands for the file&apos;s name.</source>
        <translation>يمثل ‎{{.Recording}}‎ اسم الملف.</translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://pbx.example.com.</source>
        <translation>هذا ليس عنوان ويب. يكون مثل https://pbx.example.com.</translation>
    </message>
    <message>
        <source>Enter one or more port numbers from 1 to 65535, with commas between.</source>
        <translation>أدخل رقم منفذ واحداً أو أكثر من 1 إلى 65535، تفصل بينها فواصل.</translation>
    </message>
    <message>
        <source>Enter a number of digits or a range of them, such as 3-5, up to 15.</source>
        <translation>أدخل عدد خانات أو نطاقاً مثل ‎3-5، حتى 15.</translation>
    </message>
    <message>
        <source>Enter a number from 0 to 86400.</source>
        <translation>أدخل رقماً من 0 إلى 86400.</translation>
    </message>
    <message>
        <source>Choose one of those offered.</source>
        <translation>اختر واحداً من الخيارات المعروضة.</translation>
    </message>
    <message>
        <source>Switch it on or off.</source>
        <translation>شغّله أو أوقفه.</translation>
    </message>
    <message>
        <source>Choose a file that can be read.</source>
        <translation>اختر ملفاً يمكن قراءته.</translation>
    </message>
    <message>
        <source>Enter a country&apos;s code of two letters, such as US or DE.</source>
        <translation>أدخل رمز دولة من حرفين، مثل US أو DE.</translation>
    </message>
    <message>
        <source>Enter digits only.</source>
        <translation>أدخل أرقاماً فقط.</translation>
    </message>
    <message>
        <source>This cannot be used. Correct it.</source>
        <translation>لا يمكن استخدام هذا. صححه.</translation>
    </message>
    <message>
        <source>Wait &amp;before logging</source>
        <translation>الا&amp;نتظار قبل التسجيل</translation>
    </message>
    <message>
        <source>In seconds: time to finish the note. What is written later is added.</source>
        <translation>بالثواني: وقت لإتمام الملاحظة. وما يُكتب بعد ذلك يُضاف.</translation>
    </message>
    <message>
        <source>This is not a web address, or it names a variable that does not exist.</source>
        <translation>هذا ليس عنوان ويب، أو أنه يذكر متغيراً غير موجود.</translation>
    </message>
    <message>
        <source>For numbers that nobody here knows</source>
        <translation>للأرقام غير المعروفة هنا</translation>
    </message>
    <message>
        <source>For numbers that match no contact, lead or account. The card offers Add Contact to CRM even when this is off.</source>
        <translation>للأرقام التي لا تطابق أي جهة اتصال أو عميل محتمل أو حساب. تعرض البطاقة الإضافة إلى CRM حتى عند إيقاف هذا الخيار.</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>Connected, but your organisation&apos;s API requests are used up: %1 of %2 in 24 hours. Log entries wait, and callers are looked up in the phonebook.</source>
        <translation>متصل، لكن طلبات API الخاصة بمؤسستك استُنفدت: %1 من %2 خلال 24 ساعة. تنتظر إدخالات السجل، ويُبحث عن المتصلين في دليل الهاتف.</translation>
    </message>
    <message>
        <source>Connected. Your organisation has used %1 of %2 API requests in 24 hours: only lookups and log entries still go out.</source>
        <translation>متصل. استخدمت مؤسستك %1 من %2 من طلبات API خلال 24 ساعة: لا يُرسل الآن إلا البحث عن المتصلين وإدخالات السجل.</translation>
    </message>
    <message>
        <source>Connected. Your organisation has used %1 of %2 API requests in 24 hours: the search while typing has stopped.</source>
        <translation>متصل. استخدمت مؤسستك %1 من %2 من طلبات API خلال 24 ساعة: توقف البحث أثناء الكتابة.</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>غير مسجل الدخول</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>جارٍ الاتصال…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>متصل</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>جارٍ إعادة الاتصال…</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>غير متصل</translation>
    </message>
    <message>
        <source>Not signed in to the PBX.</source>
        <translation>لم يتم تسجيل الدخول إلى مقسم الهاتف.</translation>
    </message>
    <message>
        <source>Connecting to the PBX…</source>
        <translation>جارٍ الاتصال بمقسم الهاتف…</translation>
    </message>
    <message>
        <source>No connection to the PBX since %1; trying again.</source>
        <translation>لا اتصال بمقسم الهاتف منذ %1؛ تُعاد المحاولة.</translation>
    </message>
    <message>
        <source>No connection to the PBX; trying again.</source>
        <translation>لا اتصال بمقسم الهاتف؛ تُعاد المحاولة.</translation>
    </message>
    <message>
        <source>Not connected to the PBX.</source>
        <translation>غير متصل بمقسم الهاتف.</translation>
    </message>
    <message>
        <source>Connected, but the PBX&apos;s firmware %1 is older than 84.21.0.66. Ask for an update.</source>
        <translation>متصل، لكن البرنامج الثابت لمقسم الهاتف %1 أقدم من 84.21.0.66. اطلب تحديثه.</translation>
    </message>
    <message>
        <source>Connected, but the PBX tells of no calls. Its administrator must switch on the extension&apos;s and the trunks&apos; call status monitor.</source>
        <translation>متصل، لكن مقسم الهاتف لا يبلغ عن أي مكالمات. على مسؤوله تفعيل مراقبة حالة المكالمات (Call Status Monitor) للرقم الداخلي وللخطوط الخارجية.</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>متصل.</translation>
    </message>
    <message>
        <source>Connected as %1.</source>
        <translation>متصل باسم %1.</translation>
    </message>
    <message>
        <source>Not signed in to Salesforce.</source>
        <translation>لم يتم تسجيل الدخول إلى Salesforce.</translation>
    </message>
    <message>
        <source>Signing in to Salesforce…</source>
        <translation>جارٍ تسجيل الدخول إلى Salesforce…</translation>
    </message>
    <message>
        <source>No connection to Salesforce; trying again.</source>
        <translation>لا اتصال بـ Salesforce؛ تُعاد المحاولة.</translation>
    </message>
    <message>
        <source>Not connected to Salesforce.</source>
        <translation>غير متصل بـ Salesforce.</translation>
    </message>
    <message>
        <source>Connected as %1, %2.</source>
        <translation>متصل باسم %1، %2.</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>تحقق من الشبكة.</translation>
    </message>
</context>
<context>
    <name>companion::ActionBar</name>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <translation>%1 (المفتاح %2)</translation>
    </message>
    <message>
        <source>End</source>
        <comment>the key</comment>
        <translation>End</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>معاودة الاتصال</translation>
    </message>
</context>
<context>
    <name>companion::AddContactDialog</name>
    <message>
        <source>Add Contact to CRM</source>
        <translation>إضافة جهة اتصال إلى CRM</translation>
    </message>
    <message>
        <source>&amp;Contact</source>
        <translation>&amp;جهة اتصال</translation>
    </message>
    <message>
        <source>L&amp;ead</source>
        <translation>&amp;عميل محتمل</translation>
    </message>
    <message>
        <source>Show the &amp;other fields as well</source>
        <translation>إظهار &amp;بقية الحقول أيضاً</translation>
    </message>
    <message>
        <source>&amp;Open the record after saving</source>
        <translation>&amp;فتح السجل بعد الحفظ</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>جارٍ الحفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>The caller&apos;s number is withheld.</source>
        <translation>رقم المتصل محجوب.</translation>
    </message>
    <message>
        <source>%1 is not in Salesforce yet. Who is it?</source>
        <translation>%1 ليس في Salesforce بعد. من هو؟</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation>يبقى ما كتبته محفوظاً.</translation>
    </message>
    <message>
        <source>In Salesforce &amp;already…</source>
        <translation>موجود في &amp;Salesforce…</translation>
    </message>
</context>
<context>
    <name>companion::CallCardWidget</name>
    <message>
        <source>Call</source>
        <translation>مكالمة</translation>
    </message>
    <message>
        <source>Put the card away</source>
        <translation>إخفاء البطاقة</translation>
    </message>
    <message>
        <source>Put the card away; the call goes on (Esc)</source>
        <translation>إخفاء البطاقة؛ تستمر المكالمة (Esc)</translation>
    </message>
    <message>
        <source>Has asked not to be called</source>
        <translation>طلب عدم الاتصال به</translation>
    </message>
    <message>
        <source>Not logged, as you wished</source>
        <translation>لم تُسجَّل، كما طلبت</translation>
    </message>
</context>
<context>
    <name>companion::CallDetails</name>
    <message>
        <source>&amp;Call back</source>
        <translation>&amp;معاودة الاتصال</translation>
    </message>
    <message>
        <source>&amp;Open record</source>
        <translation>&amp;فتح السجل</translation>
    </message>
    <message>
        <source>&amp;Add contact</source>
        <translation>&amp;إضافة جهة اتصال</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>نسخ الرقم</translation>
    </message>
    <message>
        <source>Salesforce log</source>
        <translation>التسجيل في Salesforce</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>&amp;إعادة المحاولة</translation>
    </message>
    <message>
        <source>&amp;Log now</source>
        <translation>&amp;سجّل الآن</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>تسجيل صوتي</translation>
    </message>
    <message>
        <source>&amp;Play recording</source>
        <translation>&amp;تشغيل التسجيل</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>مكالمة</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>البداية</translation>
    </message>
    <message>
        <source>Rang</source>
        <translation>مدة الرنين</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>مدة المحادثة</translation>
    </message>
    <message>
        <source>Dialled</source>
        <translation>الرقم المطلوب</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>رد عليها</translation>
    </message>
    <message>
        <source>Transferred to</source>
        <translation>حُوّلت إلى</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>السبب</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>نتيجة المكالمة</translation>
    </message>
    <message>
        <source>Popup</source>
        <extracomment>Why the record did or did not open</extracomment>
        <translation>فتح السجل</translation>
    </message>
    <message>
        <source>&amp;Follow-up task…</source>
        <translation>م&amp;همة متابعة…</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;حفظ…</translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation>حفظ التسجيل الصوتي</translation>
    </message>
    <message>
        <source>The recording was saved in %1.</source>
        <translation>حُفظ التسجيل الصوتي في %1.</translation>
    </message>
    <message>
        <source>Co&amp;mplete</source>
        <translation>إكما&amp;ل</translation>
    </message>
    <message>
        <source>Fill in the record that was made by itself</source>
        <translation>تعبئة السجل الذي أُنشئ تلقائياً</translation>
    </message>
</context>
<context>
    <name>companion::CallList</name>
    <message>
        <source>Calls</source>
        <translation>المكالمات</translation>
    </message>
    <message>
        <source>No call fits “%1”.</source>
        <translation>لا مكالمة تطابق «%1».</translation>
    </message>
    <message>
        <source>Names, numbers and notes are searched.</source>
        <translation>يجري البحث في الأسماء والأرقام والملاحظات.</translation>
    </message>
    <message>
        <source>No missed calls.</source>
        <translation>لا مكالمات فائتة.</translation>
    </message>
    <message>
        <source>Everything is logged.</source>
        <translation>سُجّل كل شيء.</translation>
    </message>
    <message>
        <source>Calls that still wait to be logged in Salesforce appear here.</source>
        <translation>تظهر هنا المكالمات التي ما زالت بانتظار التسجيل في Salesforce.</translation>
    </message>
    <message>
        <source>No calls yet.</source>
        <translation>لا مكالمات بعد.</translation>
    </message>
    <message>
        <source>The calls of your extension appear here.</source>
        <translation>تظهر هنا مكالمات رقمك الداخلي.</translation>
    </message>
</context>
<context>
    <name>companion::CallNote</name>
    <message>
        <source>O&amp;utcome</source>
        <translation>&amp;نتيجة المكالمة</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>نتيجة المكالمة</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;ملاحظة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Note for the log entry</source>
        <translation>ملاحظة للسجل</translation>
    </message>
    <message>
        <source>No outcome</source>
        <translation>بلا نتيجة</translation>
    </message>
</context>
<context>
    <name>companion::ConfirmDialDialog</name>
    <message>
        <source>&amp;Call anyway</source>
        <translation>&amp;اتصال على أي حال</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;اتصال</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Call this number?</source>
        <translation>الاتصال بهذا الرقم؟</translation>
    </message>
    <message>
        <source>Call %1?</source>
        <translation>الاتصال بـ %1؟</translation>
    </message>
    <message>
        <source>The link says: %1</source>
        <translation>يقول الرابط: %1</translation>
    </message>
    <message>
        <source>This person asked not to be called.</source>
        <translation>طلب هذا الشخص عدم الاتصال به.</translation>
    </message>
    <message>
        <source>Salesforce marks the record “Do Not Call”.</source>
        <translation>وُضعت على السجل في Salesforce علامة «Do Not Call» (لا تتصل).</translation>
    </message>
    <message>
        <source>The number was written with letters or unusual signs. Check it first.</source>
        <translation>كُتب الرقم بأحرف أو علامات غير معتادة. تحقق منه أولاً.</translation>
    </message>
    <message>
        <source>This is a code for the phone system.</source>
        <translation>هذا رمز لنظام الهاتف.</translation>
    </message>
    <message>
        <source>Such codes can forward your calls or hide your number. Call it only if you expected it.</source>
        <translation>قد تحوّل هذه الرموز مكالماتك أو تخفي رقمك. لا تتصل به إلا إذا كنت تتوقعه.</translation>
    </message>
</context>
<context>
    <name>companion::CrmFieldInput</name>
    <message>
        <source>Please choose</source>
        <translation>الرجاء الاختيار</translation>
    </message>
    <message>
        <source>For example %1</source>
        <extracomment>%1 is an example of a date.</extracomment>
        <translation>مثلاً %1</translation>
    </message>
</context>
<context>
    <name>companion::CrmPanel</name>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Add Contact to CRM</source>
        <translation>إضافة جهة اتصال إلى CRM</translation>
    </message>
    <message>
        <source>Not this one? See the others</source>
        <translation>ليس هو؟ اعرض الآخرين</translation>
    </message>
    <message>
        <source>Creating the record in Salesforce…</source>
        <translation>جارٍ إنشاء السجل في Salesforce…</translation>
    </message>
    <message>
        <source>Still searching Salesforce…</source>
        <translation>ما زال البحث في Salesforce جارياً…</translation>
    </message>
    <message>
        <source>Searching Salesforce…</source>
        <translation>جارٍ البحث في Salesforce…</translation>
    </message>
    <message>
        <source>Not in Salesforce</source>
        <translation>ليس في Salesforce</translation>
    </message>
    <message>
        <source>Complete this record</source>
        <translation>إكمال هذا السجل</translation>
    </message>
    <message>
        <source>Not added to Salesforce: %1</source>
        <translation>لم تتم الإضافة إلى Salesforce: %1</translation>
    </message>
    <message>
        <source>Not added to Salesforce yet: the day&apos;s Salesforce budget is nearly used up. It is added when there is some again.</source>
        <translation>لم تتم الإضافة إلى Salesforce بعد: يكاد رصيد Salesforce اليومي ينفد. ستتم الإضافة حين يتوفر منه شيء من جديد.</translation>
    </message>
</context>
<context>
    <name>companion::CrmRecordForm</name>
    <message>
        <source>&amp;First name</source>
        <translation>الاسم ال&amp;أول</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>اسم ال&amp;عائلة</translation>
    </message>
    <message>
        <source>Compan&amp;y</source>
        <translation>ال&amp;شركة</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>ال&amp;رقم</translation>
    </message>
    <message>
        <source>Enter a last name.</source>
        <translation>أدخل اسم العائلة.</translation>
    </message>
    <message>
        <source>Enter the company: a lead needs one.</source>
        <translation>أدخل الشركة: لا بد منها للعميل المحتمل.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>اختر واحداً.</translation>
    </message>
    <message>
        <source>Salesforce requires this field.</source>
        <translation>يتطلب Salesforce هذا الحقل.</translation>
    </message>
</context>
<context>
    <name>companion::CrmSignInPage</name>
    <message>
        <source>Sign in &amp;at</source>
        <translation>تسجيل الدخول &amp;إلى</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>بيئة الإنتاج</translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation>Sandbox</translation>
    </message>
    <message>
        <source>My Domain</source>
        <translation>My Domain</translation>
    </message>
    <message>
        <source>My Do&amp;main</source>
        <translation>My Do&amp;main</translation>
    </message>
    <message>
        <source>As it stands in the browser&apos;s address bar when you work in Salesforce.</source>
        <translation>كما يظهر في شريط عنوان المتصفح عندما تعمل في Salesforce.</translation>
    </message>
    <message>
        <source>Consumer &amp;Key</source>
        <translation>Consumer &amp;Key</translation>
    </message>
    <message>
        <source>Of your organisation&apos;s External Client App, under OAuth Settings.</source>
        <translation>من External Client App الخاص بمؤسستك، ضمن OAuth Settings.</translation>
    </message>
    <message>
        <source>Consumer Sec&amp;ret (optional)</source>
        <translation>Consumer Sec&amp;ret (اختياري)</translation>
    </message>
    <message>
        <source>Only if the app requires a secret for the web server flow.</source>
        <translation>فقط إذا كان التطبيق يتطلب سراً لمسار web server flow.</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>&amp;نسخ</translation>
    </message>
    <message>
        <source>Callback &amp;URLs to register in the app</source>
        <translation>عناوين Callback &amp;URL التي تُسجَّل في التطبيق</translation>
    </message>
    <message>
        <source>One for each line; the first free one is used when you sign in.</source>
        <translation>عنوان واحد في كل سطر؛ ويُستخدم أول عنوان متاح عند تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Callback URLs to register in the app</source>
        <translation>عناوين Callback URL التي تُسجَّل في التطبيق</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>تم النسخ</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;قطع الاتصال…</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>إ&amp;لغاء</translation>
    </message>
    <message>
        <source>&amp;Sign in again</source>
        <translation>&amp;تسجيل الدخول مجدداً</translation>
    </message>
    <message>
        <source>&amp;Sign in with the browser</source>
        <translation>&amp;تسجيل الدخول عبر المتصفح</translation>
    </message>
    <message>
        <source>The browser is open. Sign in there and press Allow.</source>
        <translation>المتصفح مفتوح. سجّل الدخول فيه واضغط السماح (Allow).</translation>
    </message>
    <message>
        <source>This window follows by itself.</source>
        <translation>ستتابع هذه النافذة تلقائياً.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>تم تسجيل الدخول باسم %1.</translation>
    </message>
    <message>
        <source>Waiting for the browser…</source>
        <translation>بانتظار المتصفح…</translation>
    </message>
    <message>
        <source>Signing in was cancelled.</source>
        <translation>أُلغي تسجيل الدخول.</translation>
    </message>
    <message>
        <source>Enter your organisation&apos;s address, such as https://example.my.salesforce.com.</source>
        <translation>أدخل عنوان مؤسستك، مثل https://example.my.salesforce.com.</translation>
    </message>
    <message>
        <source>Enter the Consumer Key of your organisation&apos;s app.</source>
        <translation>أدخل قيمة Consumer Key لتطبيق مؤسستك.</translation>
    </message>
    <message>
        <source>Disconnect from Salesforce</source>
        <translation>قطع الاتصال بـ Salesforce</translation>
    </message>
    <message>
        <source>Disconnect this companion from Salesforce?</source>
        <translation>هل تريد قطع اتصال هذا البرنامج بـ Salesforce؟</translation>
    </message>
    <message>
        <source>Its access is revoked, and the Salesforce settings and secrets are cleared. Contacts in the phonebook and the call history stay. To pause only, switch the integration off instead.</source>
        <translation>يُلغى إذن وصوله، وتُمحى إعدادات Salesforce وبياناته السرية. وتبقى جهات الاتصال في دليل الهاتف وسجل المكالمات. للإيقاف المؤقت فقط، أوقف التكامل بدلاً من ذلك.</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;قطع الاتصال</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>إ&amp;بقاء</translation>
    </message>
</context>
<context>
    <name>companion::DiagnoseWindow</name>
    <message>
        <source>Include numbers, names and addresses in the report</source>
        <translation>تضمين الأرقام والأسماء والعناوين في التقرير</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>التشخيص</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>إعادة ال&amp;فحص</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>الفحوص</translation>
    </message>
    <message>
        <source>C&amp;opy as text</source>
        <translation>&amp;نسخ كنص</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>&amp;حفظ التقرير…</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>كل شيء يعمل.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need attention.</source>
        <translation>
            <numerusform>لا شيء يحتاج إلى انتباهك.</numerusform>
            <numerusform>أمر واحد يحتاج إلى انتباهك.</numerusform>
            <numerusform>أمران يحتاجان إلى انتباهك.</numerusform>
            <numerusform>%n أمور تحتاج إلى انتباهك.</numerusform>
            <numerusform>%n أمراً يحتاج إلى انتباهك.</numerusform>
            <numerusform>%n أمر يحتاج إلى انتباهك.</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1 · Qt %2 · %3</source>
        <translation>الإصدار %1 · Qt %2 · %3</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>يحتاج إلى انتباه</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>يعمل</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>مجلد التقرير</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>التقرير في %1.</translation>
    </message>
    <message>
        <source>It holds personal data: give it only to whom you trust.</source>
        <translation>يحتوي على بيانات شخصية: لا تعطه إلا لمن تثق به.</translation>
    </message>
    <message>
        <source>It holds no numbers, names or secrets.</source>
        <translation>لا يحتوي على أرقام أو أسماء أو بيانات سرية.</translation>
    </message>
    <message>
        <source>The report could not be written. Choose another folder, or check the free space.</source>
        <translation>تعذرت كتابة التقرير. اختر مجلداً آخر، أو تحقق من المساحة الحرة.</translation>
    </message>
</context>
<context>
    <name>companion::DialBox</name>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;اتصال</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>اتصال</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>الاسم أو الرقم</translation>
    </message>
    <message>
        <source>Name or number to call</source>
        <translation>الاسم أو الرقم المراد الاتصال به</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>الاقتراحات</translation>
    </message>
    <message>
        <source>Enter calls · ↑ and ↓ choose · Esc closes</source>
        <translation>Enter للاتصال · ↑ و↓ للاختيار · Esc للإغلاق</translation>
    </message>
    <message>
        <source>Called last</source>
        <translation>آخر مكالمة إليه</translation>
    </message>
    <message>
        <source>Nobody called “%1” was found. Type a number instead.</source>
        <translation>لم يُعثر على أحد باسم «%1». اكتب رقماً بدلاً من ذلك.</translation>
    </message>
    <message>
        <source>Re&amp;dial</source>
        <translation>إ&amp;عادة الاتصال</translation>
    </message>
</context>
<context>
    <name>companion::DialSuggestionModel</name>
    <message>
        <source>Colleague</source>
        <translation>زميل</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>لا تتصل</translation>
    </message>
</context>
<context>
    <name>companion::DuplicateNotice</name>
    <message>
        <source>Open the e&amp;xisting one</source>
        <translation>فتح ال&amp;موجود</translation>
    </message>
    <message>
        <source>Create &amp;anyway</source>
        <translation>إ&amp;نشاء على أي حال</translation>
    </message>
    <message>
        <source>Records that exist already</source>
        <translation>السجلات الموجودة</translation>
    </message>
    <message>
        <source>Salesforce has a record like this one already.</source>
        <translation>لدى Salesforce سجل مشابه لهذا.</translation>
    </message>
    <message>
        <source>Salesforce has records like this one already.</source>
        <translation>لدى Salesforce سجلات مشابهة لهذا.</translation>
    </message>
    <message>
        <source>Your organisation does not allow another one.</source>
        <translation>لا تسمح مؤسستك بسجل آخر.</translation>
    </message>
</context>
<context>
    <name>companion::Field</name>
    <message>
        <source>Set by your organisation.</source>
        <translation>حددته مؤسستك.</translation>
    </message>
    <message>
        <source>%1 *</source>
        <extracomment>The star marks a field that must be filled in.</extracomment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>مطلوب.</translation>
    </message>
</context>
<context>
    <name>companion::FollowUpDialog</name>
    <message>
        <source>&amp;What is to be done</source>
        <translation>ال&amp;مطلوب عمله</translation>
    </message>
    <message>
        <source>&amp;Add task</source>
        <translation>&amp;إضافة مهمة</translation>
    </message>
    <message>
        <source>Follow-up task</source>
        <translation>مهمة متابعة</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>الاتصال بـ %1</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation>&amp;تاريخ الاستحقاق</translation>
    </message>
    <message>
        <source>The task appears in Salesforce among your open tasks.</source>
        <translation>تظهر المهمة في Salesforce ضمن مهامك المفتوحة.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Write what is to be done.</source>
        <translation>اكتب المطلوب عمله.</translation>
    </message>
</context>
<context>
    <name>companion::HistoryModel</name>
    <message>
        <source>Who</source>
        <extracomment>Heading over the people called</extracomment>
        <translation>الاسم</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>النتيجة</translation>
    </message>
    <message>
        <source>When</source>
        <translation>الوقت</translation>
    </message>
    <message>
        <source>Salesforce log</source>
        <extracomment>Heading over “Logged”, “Waiting”, …</extracomment>
        <translation>التسجيل في Salesforce</translation>
    </message>
</context>
<context>
    <name>companion::HistoryWindow</name>
    <message>
        <source>Calls</source>
        <translation>المكالمات</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>ال&amp;كل</translation>
    </message>
    <message>
        <source>&amp;Missed</source>
        <translation>ال&amp;فائتة</translation>
    </message>
    <message>
        <source>Not &amp;logged</source>
        <translation>&amp;غير المسجلة</translation>
    </message>
    <message>
        <source>Name, number or note</source>
        <translation>الاسم أو الرقم أو الملاحظة</translation>
    </message>
    <message>
        <source>Search calls by name, number or note</source>
        <translation>البحث في المكالمات بالاسم أو الرقم أو الملاحظة</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>ت&amp;صدير…</translation>
    </message>
    <message>
        <source>Save the calls shown as a table (CSV)</source>
        <translation>حفظ المكالمات المعروضة كجدول (CSV)</translation>
    </message>
    <message>
        <source>Not &amp;logged (%1)</source>
        <extracomment>Calls that still wait to be logged, with their number</extracomment>
        <translation>&amp;غير المسجلة (%1)</translation>
    </message>
    <message>
        <source>The calls were saved in %1.</source>
        <translation>حُفظت المكالمات في %1.</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another folder, or check the free space.</source>
        <translation>تعذرت كتابة الملف. اختر مجلداً آخر، أو تحقق من المساحة الحرة.</translation>
    </message>
    <message>
        <source>Export calls</source>
        <translation>تصدير المكالمات</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>جداول (*.csv)</translation>
    </message>
    <message>
        <source>calls-%1.csv</source>
        <translation>calls-%1.csv</translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation>حفظ التسجيل الصوتي</translation>
    </message>
</context>
<context>
    <name>companion::LinkStrip</name>
    <message>
        <source>&amp;Sign in…</source>
        <translation>&amp;تسجيل الدخول…</translation>
    </message>
    <message>
        <source>PBX: %1</source>
        <translation>مقسم الهاتف: %1</translation>
    </message>
    <message>
        <source>Salesforce: %1</source>
        <translation>Salesforce: %1</translation>
    </message>
</context>
<context>
    <name>companion::MatchList</name>
    <message>
        <source>None of these</source>
        <translation>لا أحد من هؤلاء</translation>
    </message>
    <message>
        <source>Number shared at %1. Who is it?</source>
        <comment>an account&apos;s name</comment>
        <translation>رقم مشترك في %1. من هو؟</translation>
    </message>
    <message>
        <source>Several have this number. Who is it?</source>
        <translation>لعدة سجلات هذا الرقم. من هو؟</translation>
    </message>
</context>
<context>
    <name>companion::NotePanel</name>
    <message>
        <source>Note</source>
        <translation>ملاحظة</translation>
    </message>
    <message>
        <source>Note for the log entry</source>
        <translation>ملاحظة للسجل</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>نتيجة المكالمة</translation>
    </message>
    <message>
        <source>Do not log this call</source>
        <translation>لا تسجل هذه المكالمة</translation>
    </message>
    <message>
        <source>No outcome</source>
        <translation>بلا نتيجة</translation>
    </message>
    <message>
        <source>Follow-up task</source>
        <translation>مهمة متابعة</translation>
    </message>
</context>
<context>
    <name>companion::PbxSignInPage</name>
    <message>
        <source>Sign &amp;out</source>
        <translation>تسجيل ال&amp;خروج</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>&amp;تسجيل الدخول</translation>
    </message>
    <message>
        <source>Phone s&amp;ystem</source>
        <translation>ن&amp;ظام الهاتف</translation>
    </message>
    <message>
        <source>Cloud One BCS</source>
        <translation>Cloud One BCS</translation>
    </message>
    <message>
        <source>Asterisk</source>
        <translation>Asterisk</translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation>ال&amp;عنوان</translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation>Client &amp;ID</translation>
    </message>
    <message>
        <source>Client Sec&amp;ret</source>
        <translation>Client Sec&amp;ret</translation>
    </message>
    <message>
        <source>&amp;Extension or e-mail</source>
        <translation>ال&amp;رقم الداخلي أو البريد الإلكتروني</translation>
    </message>
    <message>
        <source>Your extension&apos;s number, or the e-mail address bound to it. Left empty, it is found by the e-mail of your Salesforce user.</source>
        <translation>رقمك الداخلي، أو عنوان البريد الإلكتروني المرتبط به. إذا تُرك فارغاً، يُستدل عليه من البريد الإلكتروني لمستخدم Salesforce الخاص بك.</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <translation>إعدادات &amp;متقدمة</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>ا&amp;ستعراض…</translation>
    </message>
    <message>
        <source>Certificate authority &amp;file</source>
        <translation>م&amp;لف جهة إصدار الشهادات</translation>
    </message>
    <message>
        <source>Only if the PBX uses a certificate of your own authority (PEM).</source>
        <translation>فقط إذا كان مقسم الهاتف يستخدم شهادة من جهة إصدار خاصة بكم (PEM).</translation>
    </message>
    <message>
        <source>Channel &amp;technology</source>
        <translation>ت&amp;قنية القناة</translation>
    </message>
    <message>
        <source>Dialplan conte&amp;xt</source>
        <translation>سياق خ&amp;طة الاتصال</translation>
    </message>
    <message>
        <source>Certificate authority file</source>
        <translation>ملف جهة إصدار الشهادات</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>الشهادات (*.pem *.crt *.cer);;كل الملفات (*)</translation>
    </message>
    <message>
        <source>ARI &amp;user</source>
        <translation>مستخدم &amp;ARI</translation>
    </message>
    <message>
        <source>ARI passwo&amp;rd</source>
        <translation>&amp;كلمة مرور ARI</translation>
    </message>
    <message>
        <source>In the PBX&apos;s web portal under Integrations &gt; API.</source>
        <translation>في بوابة الويب لمقسم الهاتف، ضمن Integrations &gt; API.</translation>
    </message>
    <message>
        <source>&amp;Sign in again</source>
        <translation>&amp;تسجيل الدخول مجدداً</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s key store</source>
        <translation>محفوظ في مخزن مفاتيح النظام</translation>
    </message>
    <message>
        <source>Signing in to the phone system…</source>
        <translation>جارٍ تسجيل الدخول إلى نظام الهاتف…</translation>
    </message>
    <message>
        <source>Firmware %1</source>
        <translation>البرنامج الثابت %1</translation>
    </message>
    <message>
        <source>Signed in as extension %1.</source>
        <translation>تم تسجيل الدخول بالرقم الداخلي %1.</translation>
    </message>
    <message>
        <source>Signed in as %1, extension %2.</source>
        <translation>تم تسجيل الدخول باسم %1، الرقم الداخلي %2.</translation>
    </message>
    <message>
        <source>Enter the address of the phone system.</source>
        <translation>أدخل عنوان نظام الهاتف.</translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://pbx.example.com.</source>
        <translation>هذا ليس عنوان ويب. يكون مثل https://pbx.example.com.</translation>
    </message>
    <message>
        <source>Enter it as the phone system&apos;s administrator gave it to you.</source>
        <translation>أدخله كما أعطاك إياه مسؤول نظام الهاتف.</translation>
    </message>
    <message>
        <source>Enter the secret: none is stored for this address.</source>
        <translation>أدخل القيمة السرية: لا توجد قيمة محفوظة لهذا العنوان.</translation>
    </message>
</context>
<context>
    <name>companion::PersonDetails</name>
    <message>
        <source>&amp;Open record</source>
        <translation>&amp;فتح السجل</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>ت&amp;عديل</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>إ&amp;زالة</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>الا&amp;سم</translation>
    </message>
    <message>
        <source>N&amp;umbers</source>
        <translation>الأ&amp;رقام</translation>
    </message>
    <message>
        <source>One on each line.</source>
        <translation>رقم واحد في كل سطر.</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>ال&amp;شركة</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;حفظ</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>Marked “Do not call” in Salesforce.</source>
        <translation>عليه علامة «لا تتصل» في Salesforce.</translation>
    </message>
    <message>
        <source>Last brought up to date: %1.</source>
        <translation>آخر تحديث: %1.</translation>
    </message>
    <message>
        <source>CRM: comes from Salesforce and is changed there.</source>
        <translation>جهة اتصال من CRM: مصدرها Salesforce وتُعدَّل هناك.</translation>
    </message>
    <message>
        <source>CRM: came from Salesforce. Since it was disconnected, it can be edited here.</source>
        <translation>جهة اتصال من CRM: كان مصدرها Salesforce. ومنذ قطع الاتصال به يمكن تعديلها هنا.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>الاتصال بـ %1</translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation>أدخل اسماً.</translation>
    </message>
</context>
<context>
    <name>companion::PhonebookModel</name>
    <message>
        <source>No name</source>
        <translation>بلا اسم</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>لا تتصل</translation>
    </message>
</context>
<context>
    <name>companion::PhonebookWindow</name>
    <message>
        <source>Phonebook</source>
        <translation>دليل الهاتف</translation>
    </message>
    <message>
        <source>People</source>
        <translation>الأشخاص</translation>
    </message>
    <message>
        <source>Nobody is in the phonebook yet.</source>
        <translation>لا أحد في دليل الهاتف بعد.</translation>
    </message>
    <message>
        <source>Switch on contact synchronization in the settings, and the contacts of your calls are kept here.</source>
        <translation>شغّل مزامنة جهات الاتصال في الإعدادات، فتُحفظ هنا جهات اتصال مكالماتك.</translation>
    </message>
    <message>
        <source>Nobody called “%1” is in the phonebook.</source>
        <translation>لا أحد باسم «%1» في دليل الهاتف.</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>الاسم أو الرقم</translation>
    </message>
    <message>
        <source>Search the phonebook by name or number</source>
        <translation>البحث في دليل الهاتف بالاسم أو الرقم</translation>
    </message>
</context>
<context>
    <name>companion::PickRecordDialog</name>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Who is %1?</source>
        <translation>من هو %1؟</translation>
    </message>
</context>
<context>
    <name>companion::RecordButton</name>
    <message>
        <source>Open %1 %2 in Salesforce</source>
        <comment>kind of record, name</comment>
        <translation>فتح %1 %2 في Salesforce</translation>
    </message>
    <message>
        <source>Opened at %1</source>
        <translation>فُتح الساعة %1</translation>
    </message>
    <message>
        <source>key O</source>
        <translation>المفتاح O</translation>
    </message>
    <message>
        <source>Choose %1 %2</source>
        <comment>kind of record, name</comment>
        <translation>اختيار %1 %2</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>المفتاح %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>المالك %1</translation>
    </message>
    <message>
        <source>active %1</source>
        <comment>last activity: today, 3 days ago</comment>
        <translation>آخر نشاط %1</translation>
    </message>
</context>
<context>
    <name>companion::RecordPicker</name>
    <message>
        <source>Another &amp;record…</source>
        <translation>سجل &amp;آخر…</translation>
    </message>
    <message>
        <source>Which record is this call for?</source>
        <translation>لأي سجل هذه المكالمة؟</translation>
    </message>
    <message>
        <source>Search Salesforce by name</source>
        <translation>البحث في Salesforce بالاسم</translation>
    </message>
    <message>
        <source>Search Salesforce for the record</source>
        <translation>البحث عن السجل في Salesforce</translation>
    </message>
    <message>
        <source>Salesforce has no record called “%1”. Try fewer letters.</source>
        <translation>لا سجل في Salesforce باسم «%1». جرّب أحرفاً أقل.</translation>
    </message>
</context>
<context>
    <name>companion::SettingInput</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>ا&amp;ستعراض…</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>اختيار ملف</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>حسب النظام</translation>
    </message>
    <message>
        <source>As the system (%1)</source>
        <translation>حسب النظام (%1)</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Seconds, behind a number.</extracomment>
        <translation> ث</translation>
    </message>
</context>
<context>
    <name>companion::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>الإعدادات</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>صفحات الإعدادات</translation>
    </message>
    <message>
        <source>General</source>
        <translation>عام</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>لوحة المفاتيح</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>الاتصالات</translation>
    </message>
    <message>
        <source>&amp;Sign in or test…</source>
        <translation>&amp;تسجيل الدخول أو الاختبار…</translation>
    </message>
    <message>
        <source>Phone system</source>
        <translation>نظام الهاتف</translation>
    </message>
    <message>
        <source>Salesforce</source>
        <translation>Salesforce</translation>
    </message>
    <message>
        <source>Calls and card</source>
        <translation>المكالمات والبطاقة</translation>
    </message>
    <message>
        <source>Phone links</source>
        <translation>روابط الهاتف</translation>
    </message>
    <message>
        <source>&amp;Open phone links with this program</source>
        <translation>&amp;فتح روابط الهاتف بهذا البرنامج</translation>
    </message>
    <message>
        <source>Popup</source>
        <translation>فتح السجل</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>الأرقام</translation>
    </message>
    <message>
        <source>Try a number</source>
        <translation>تجربة رقم</translation>
    </message>
    <message>
        <source>A number to try</source>
        <translation>رقم للتجربة</translation>
    </message>
    <message>
        <source>A number, as someone might write it</source>
        <translation>رقم كما قد يكتبه أحدهم</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>&amp;تجربة</translation>
    </message>
    <message>
        <source>Shows how it is read, what is asked and what is found.</source>
        <translation>يعرض كيف يُقرأ، وما يُسأل عنه، وما يُعثر عليه.</translation>
    </message>
    <message>
        <source>Contact synchronization</source>
        <translation>مزامنة جهات الاتصال</translation>
    </message>
    <message>
        <source>API calls used</source>
        <translation>طلبات API المستخدمة</translation>
    </message>
    <message>
        <source>Creation</source>
        <translation>إنشاء السجلات</translation>
    </message>
    <message>
        <source>Call journal</source>
        <translation>تسجيل المكالمات</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>التسجيلات الصوتية</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>الخصوصية</translation>
    </message>
    <message>
        <source>Secrets are kept in the system&apos;s key store. Calls, notes and the phonebook stay on this computer, readable by you alone.</source>
        <translation>تُحفظ البيانات السرية في مخزن مفاتيح النظام. وتبقى المكالمات والملاحظات ودليل الهاتف على هذا الحاسوب، لا يقرؤها سواك.</translation>
    </message>
    <message>
        <source>Log files hold no numbers, names or secrets.</source>
        <translation>لا تحتوي ملفات السجل على أرقام أو أسماء أو بيانات سرية.</translation>
    </message>
    <message>
        <source>Enabling “Always Query CRM” will increase API credit consumption. Please monitor your quota.</source>
        <translation>يزيد تفعيل «الاستعلام من CRM دائماً» استهلاك رصيد API. يُرجى مراقبة حصتكم.</translation>
    </message>
    <message>
        <source>The search while typing stays off because numbers are masked.</source>
        <translation>يبقى البحث أثناء الكتابة متوقفاً لأن الأرقام مخفية.</translation>
    </message>
    <message>
        <source>The API budget is known after the first question.</source>
        <translation>يُعرف رصيد API بعد أول طلب.</translation>
    </message>
    <message>
        <source>Not signed in to Salesforce.</source>
        <translation>لم يتم تسجيل الدخول إلى Salesforce.</translation>
    </message>
    <message>
        <source>%1 of %2 API calls used in the last 24 hours, by everyone in your organisation.</source>
        <translation>استُخدم %1 من %2 من طلبات API في آخر 24 ساعة، من كل العاملين في مؤسستك.</translation>
    </message>
    <message>
        <source>Only lookups and log entries still go out.</source>
        <translation>لا يُرسل الآن إلا البحث عن المتصلين وإدخالات السجل.</translation>
    </message>
    <message>
        <source>The search while typing has stopped to save calls.</source>
        <translation>توقف البحث أثناء الكتابة لتوفير الطلبات.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>حسب النظام</translation>
    </message>
    <message>
        <source>Phone links in web pages open the companion now.</source>
        <translation>أصبحت روابط الهاتف في صفحات الويب تفتح هذا البرنامج.</translation>
    </message>
    <message>
        <source>Some systems ask you once more to choose it for them.</source>
        <translation>تطلب بعض الأنظمة تأكيد اختيار البرنامج مرة أخرى.</translation>
    </message>
</context>
<context>
    <name>companion::SignInPage</name>
    <message>
        <source>Signing in</source>
        <translation>جارٍ تسجيل الدخول</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>إظهار ما يُكتب</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>إخفاء ما يُكتب</translation>
    </message>
</context>
<context>
    <name>companion::SignInWindow</name>
    <message>
        <source>Sign in</source>
        <translation>تسجيل الدخول</translation>
    </message>
    <message>
        <source>Connect your phone and Salesforce</source>
        <translation>اربط هاتفك وSalesforce</translation>
    </message>
    <message>
        <source>What to sign in to</source>
        <translation>ما يُسجَّل الدخول إليه</translation>
    </message>
    <message>
        <source>&amp;Phone system</source>
        <translation>نظام ال&amp;هاتف</translation>
    </message>
    <message>
        <source>Sales&amp;force</source>
        <translation>Sales&amp;force</translation>
    </message>
    <message>
        <source>All is ready: calls are shown from now on. You can close this window; the companion stays in the tray, with your calls, the phonebook and the settings.</source>
        <translation>كل شيء جاهز: ستظهر المكالمات من الآن فصاعدًا. يمكنك إغلاق هذه النافذة؛ يبقى البرنامج في علبة النظام، وفيه مكالماتك ودليل الهاتف والإعدادات.</translation>
    </message>
    <message>
        <source>Now Salesforce: it tells your e-mail address, by which your extension is found. The phone system then follows by itself.</source>
        <translation>الآن Salesforce: منه يُعرف بريدك الإلكتروني الذي يُعثر به على رقمك الداخلي. ثم يتصل نظام الهاتف تلقائيًا.</translation>
    </message>
    <message>
        <source>The phone system is connected. Now sign in to Salesforce.</source>
        <translation>تم الاتصال بنظام الهاتف. سجّل الدخول الآن إلى Salesforce.</translation>
    </message>
    <message>
        <source>Two steps: the phone system, then Salesforce. Your administrator knows what to enter here.</source>
        <translation>خطوتان: نظام الهاتف ثم Salesforce. يعرف المسؤول لديك ما يجب إدخاله هنا.</translation>
    </message>
</context>
<context>
    <name>companion::TemplateEditor</name>
    <message>
        <source>Use the default te&amp;xt</source>
        <translation>استخدام النص الا&amp;فتراضي</translation>
    </message>
    <message>
        <source>Insert a &amp;variable</source>
        <translation>إدراج م&amp;تغير</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>مثال: %1</translation>
    </message>
    <message>
        <source>This template cannot be read.</source>
        <translation>تعذرت قراءة هذا القالب.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>السطر %1، العمود %2: %3</translation>
    </message>
    <message>
        <source>there is no variable %1.</source>
        <translation>لا يوجد متغير %1.</translation>
    </message>
    <message>
        <source>“{{” has no “}}” behind it.</source>
        <translation>لا يوجد «‎}}‎» بعد «‎{{‎».</translation>
    </message>
    <message>
        <source>this “{{if}}” has no “{{end}}”.</source>
        <translation>لا يوجد «{{end}}» لـ «{{if}}» هذا.</translation>
    </message>
    <message>
        <source>this has no “{{if}}” before it.</source>
        <translation>لا يوجد «{{if}}» قبل هذا.</translation>
    </message>
    <message>
        <source>conditions are nested too deep.</source>
        <translation>الشروط متداخلة أكثر من اللازم.</translation>
    </message>
    <message>
        <source>only variables, {{if}}, {{else}} and {{end}} are understood.</source>
        <translation>لا يُفهم إلا المتغيرات و{{if}} و{{else}} و{{end}}.</translation>
    </message>
</context>
<context>
    <name>companion::TransferPanel</name>
    <message>
        <source>Colleague or number</source>
        <translation>زميل أو رقم</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>الزملاء</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Speak with them first, then hand the call over</source>
        <translation>التحدث معهم أولاً، ثم تحويل المكالمة إليهم</translation>
    </message>
    <message>
        <source>No colleague is called that. Type a number instead.</source>
        <translation>لا يوجد زميل بهذا الاسم. اكتب رقمًا بدلًا من ذلك.</translation>
    </message>
    <message>
        <source>No colleague has this number. It is dialled as you type it.</source>
        <translation>لا يوجد زميل بهذا الرقم. سيُطلب الرقم كما تكتبه.</translation>
    </message>
</context>
<context>
    <name>companion::TrayIcon</name>
    <message>
        <source>&amp;Dial…</source>
        <translation>&amp;اتصال…</translation>
    </message>
    <message>
        <source>&amp;Phonebook…</source>
        <translation>&amp;دليل الهاتف…</translation>
    </message>
    <message>
        <source>Pause Salesforce &amp;integration</source>
        <translation>إيقاف تكامل &amp;Salesforce مؤقتاً</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>الإ&amp;عدادات…</translation>
    </message>
    <message>
        <source>Dia&amp;gnose…</source>
        <translation>ال&amp;تشخيص…</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>إن&amp;هاء</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state of a call, who</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>PBX: %1</source>
        <translation>مقسم الهاتف: %1</translation>
    </message>
    <message>
        <source>Salesforce: paused</source>
        <translation>Salesforce: متوقف مؤقتاً</translation>
    </message>
    <message>
        <source>Salesforce: %1</source>
        <translation>Salesforce: %1</translation>
    </message>
    <message>
        <source>&amp;History… (%1 to be logged)</source>
        <translation>&amp;سجل المكالمات… (%1 للتسجيل)</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;سجل المكالمات…</translation>
    </message>
    <message>
        <source>Sign out of the PBX</source>
        <translation>تسجيل الخروج من مقسم الهاتف</translation>
    </message>
    <message>
        <source>Sign in to the PBX…</source>
        <translation>تسجيل الدخول إلى مقسم الهاتف…</translation>
    </message>
    <message>
        <source>Sign out of Salesforce…</source>
        <translation>تسجيل الخروج من Salesforce…</translation>
    </message>
    <message>
        <source>Sign in to Salesforce…</source>
        <translation>تسجيل الدخول إلى Salesforce…</translation>
    </message>
    <message>
        <source>Cloud One Companion</source>
        <translation>Cloud One Companion</translation>
    </message>
    <message>
        <source>Calls waiting to be logged: %1</source>
        <translation>مكالمات بانتظار التسجيل: %1</translation>
    </message>
</context>
<context>
    <name>companion::TrayWindow</name>
    <message>
        <source>Cloud One Companion</source>
        <translation>Cloud One Companion</translation>
    </message>
    <message>
        <source>PBX: %1</source>
        <translation>مقسم الهاتف: %1</translation>
    </message>
    <message>
        <source>Salesforce: paused</source>
        <translation>Salesforce: متوقف مؤقتاً</translation>
    </message>
    <message>
        <source>Salesforce: %1</source>
        <translation>Salesforce: %1</translation>
    </message>
</context>
</TS>
