<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="ar" sourcelanguage="en">
<context>
    <name>AsteriskErrorText</name>
    <message>
        <source>Asterisk does not accept this user name and password. Check both: they are those of a user in its ari.conf.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server answers at this address, but Asterisk&apos;s ARI does not. Check the address; on the server, http.conf and ari.conf must have it enabled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Asterisk user may watch calls, but not place or end them: ari.conf says read_only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your phone is not registered with the PBX. Check that it is on and connected, then try again.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your extension may not call this number. Ask the PBX&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All lines are busy. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side does not want to be disturbed.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number is no longer in use.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number is incomplete. Check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This number does not exist. Check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The other side cannot be reached just now.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record was opened by hand.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opening records is switched off in the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records open by hand only, as the settings say.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Records don&apos;t open by themselves for calls in this direction.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The moment at which the record opens has not come, or was over before.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call was never answered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No record in Salesforce has this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Several records have this number, and none was chosen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in to Salesforce.</source>
        <translation>لم يتم تسجيل الدخول إلى Salesforce.</translation>
    </message>
    <message>
        <source>Salesforce could not be asked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Salesforce integration is switched off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal, withheld and service numbers are not looked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record was already opened for this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce has not answered yet.</source>
        <translation>لم يرد Salesforce بعد.</translation>
    </message>
    <message>
        <source>The record&apos;s address does not belong to your organisation, so it was not opened.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>ColleagueText</name>
    <message>
        <source>free</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ringing</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>offline</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>away</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>at lunch</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>on a business trip</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>off work</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>Key store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are kept in the system&apos;s key store.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be reached: secrets are kept for this run only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start a key store such as gnome-keyring or KWallet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PBX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PBX firmware</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX has firmware %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ask your administrator to update it to %1 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>PBX events</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in, but no event has ever arrived.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the PBX under Integrations &gt; API &gt; Advanced, switch on Call Status Monitor for this extension and the trunks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce</source>
        <translation type="unfinished">Salesforce</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation type="unfinished">الإعدادات</translation>
    </message>
    <message>
        <source>Correct this setting, or remove it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All calls are logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be written.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>History › Pending says of each what it waits for.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact synchronization</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX reported a problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in to Salesforce failed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce reported a problem.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The caller could not be looked up in Salesforce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record could not be created.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call could not be logged in Salesforce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The call could not be placed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX did not do that with the call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording could not be fetched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The contacts could not be synchronised.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The setting could not be kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The companion&apos;s own database could not be used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secure connection to the PBX failed: its certificate is not trusted. Check the address, or give the certificate file of your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The secure connection to Salesforce failed. Check this computer&apos;s clock, and whether a proxy inspects its connections.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX&apos;s name was not found. Check the address for typing errors, and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce&apos;s name was not found. Check the sign-in address and the network.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 refused the connection. Check address and port, and whether it is running.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The network&apos;s proxy did not let the connection through. Ask who looks after it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1. Check the network; the companion tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to %1. Check the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A server answers at this address, but it is not a PBX. Check the address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This value cannot be read. Check it for typing errors.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX&apos;s answer could not be read. Check the address; if it is right, try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce&apos;s answer could not be read. A sign-in page of the network may be in the way; open the browser and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX is asked too often just now. The companion tries again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce takes no more requests for now. The entry is kept and sent later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce takes no more requests for now. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not accept these credentials. Check Client ID and Client Secret.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX has ended the session. Sign in to the PBX again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce has ended the session. Sign in again; the entry is kept until then.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce has ended the session. Sign in to Salesforce again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not allow this. Ask its administrator for the permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your Salesforce user may not do this. Ask your Salesforce administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PBX has no such extension. Check the extension&apos;s number or e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not know this call any more; it is probably over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not know this number. Check it and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX has no recording of this call, or has deleted it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not have this. Its firmware may be too old.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record does not exist in Salesforce any more. It may have been deleted or merged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No answer from %1 in time. Check the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is set by your organisation and cannot be changed here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The companion could not write to its own files. Check the free space and the rights of your home folder.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PBX cannot do that.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your Salesforce organisation does not offer this.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce says: %1</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to the PBX; trying again.</source>
        <translation>لا اتصال بمقسم الهاتف؛ تُعاد المحاولة.</translation>
    </message>
    <message>
        <source>Not connected to the PBX.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, but the PBX&apos;s firmware %1 is older than 84.21.0.66. Ask for an update.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected, but the PBX tells of no calls. Its administrator must switch on the extension&apos;s and the trunks&apos; call status monitor.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No connection to Salesforce; trying again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not connected to Salesforce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected as %1, %2.</source>
        <translation>متصل باسم %1، %2.</translation>
    </message>
    <message>
        <source>Connected, but your organisation&apos;s API requests are used up: %1 of %2 in 24 hours. Log entries wait, and callers are looked up in the phonebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected. Your organisation has used %1 of %2 API requests in 24 hours: only lookups and log entries still go out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connected. Your organisation has used %1 of %2 API requests in 24 hours: the search while typing has stopped.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in to the PBX. Sign in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in to Salesforce. Sign in first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Salesforce integration is switched off. Switch it on in the tray menu first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a number that can be dialled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The day&apos;s Salesforce budget is nearly used up: only lookups and the call log still go out. What you typed is kept. Save it again later.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Record ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Queue</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Number dialled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ringing (seconds)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talk (seconds)</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept here, and sent to Salesforce as soon as it can be.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On its way to Salesforce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Logged in Salesforce.</source>
        <translation>سُجّلت في Salesforce.</translation>
    </message>
    <message>
        <source>Several records have this number. Choose the one to log this call with.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce did not take the entry. Correct the reason, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not logged, as you wished.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal calls are not logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not logged: the caller&apos;s number was withheld.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not logged: Salesforce could not be asked who this is.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not logged: no record in Salesforce has this number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not logged.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>LookupText</name>
    <message>
        <source>Asked: the phonebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked: nobody again, the answer of a moment ago is still good.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked: Salesforce, for exact spellings (API calls: %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asked: Salesforce&apos;s search (API calls: %1).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody was asked: such numbers are not looked up.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Found: nobody</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PbxErrorText</name>
    <message>
        <source>The PBX has blocked this computer&apos;s address after failed sign-ins. Its administrator can unblock it under Security &gt; Security Rules &gt; Blocked IPs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX has blocked this computer&apos;s address until %1 after failed sign-ins. Wait, or ask its administrator to unblock it under Security &gt; Security Rules &gt; Blocked IPs.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not accept the session. Sign in again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX has ended the session. The companion signs in again by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client ID or Client Secret is wrong. Check both in the PBX under Integrations &gt; API; after five wrong attempts it blocks this computer.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX has an internal error. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX&apos;s firmware does not know this function. Ask for an update to 84.21.0.66 or later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX no longer supports this version of its interface. Update the companion.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not allow this. Ask its administrator for the permission.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX could not do this. The feature may be switched off for your extension.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PBX has no such extension. Check the extension&apos;s number or e-mail address.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>All eight sign-ins that the PBX allows at a time are in use. Sign out on a computer that does not need it; the companion tries again in some minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX has reached its limit for this. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX is overloaded just now. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not allow this computer&apos;s address. Ask its administrator to add it to the allowed addresses under Integrations &gt; API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The interface of the PBX is switched off. Its administrator switches it on under Integrations &gt; API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not know this call any more; it is probably over.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This PBX cannot do that with this call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The conference is full.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No outside line is available. Try again, or ask the PBX&apos;s administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX&apos;s address must begin with https://, or what is said to it could be read on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address. A PBX&apos;s address looks like https://pbx.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person asked not to be called. The companion&apos;s window asks whether to call anyway.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX&apos;s phonebook for synchronized contacts holds other contacts. Choose an empty one, or the name of a new one.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordingErrorText</name>
    <message>
        <source>This call was not recorded.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX has not finished this recording yet. Try again in a minute.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX no longer has this recording: its time to keep recordings is over, or somebody has deleted it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not signed in to the PBX. Sign in to it in the companion, then try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This call was recorded by another PBX than the one you are signed in to.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The companion has no connection to the PBX just now. Check the network and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The companion on this computer does not know this recording. It plays only for the person who had the call, on the computer where it was logged.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The player could not be opened, because other programs use its ports. Close some of them and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX does not allow you to play recordings. Ask its administrator for the permission.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>RecordingPageText</name>
    <message>
        <source>Recording not available</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recording of this call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser cannot play this recording. Reload the page; if that does not help, save the recording and play it with another program.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX has not finished this recording yet. It plays here as soon as it is ready.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording is being fetched from the PBX…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>إعادة المحاولة</translation>
    </message>
    <message>
        <source>Recording: %1, %2</source>
        <comment>who, when</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud One Companion · plays on this computer only</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SalesforceErrorText</name>
    <message>
        <source>Access was not granted in the browser. Sign in again and choose Allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your Salesforce user is locked or frozen. Ask your Salesforce administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Salesforce organisation is not active. Ask your Salesforce administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce does not know this Consumer Key. Check it, and whether the sign-in address belongs to the same organisation; a new app takes up to ten minutes.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Consumer Secret is wrong or missing. Check it, or let the app do without one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You are not approved to use this app. Ask your Salesforce administrator to assign it to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation has blocked this app. Ask your Salesforce administrator to allow it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app is not installed in this organisation. Ask your Salesforce administrator to install it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app does not allow this way to sign in. Ask your Salesforce administrator to enable the authorization code flow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The app lacks a permission. It needs the scopes api, refresh_token and openid; ask your Salesforce administrator to add them.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Too many sign-ins in a short time. Wait some minutes and try again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce has an internal error. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce is not available just now. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This Salesforce edition, or your profile, has no API access. The companion needs it; ask your Salesforce administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce has switched the API off for a while. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation has used up its API requests of the last 24 hours. Entries are kept and sent later; callers are looked up in the local phonebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce has ended the session. Sign in to Salesforce again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not change this record. Ask its owner or your Salesforce administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>You may not link to this record. Choose another one, or ask your Salesforce administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record was deleted or merged meanwhile. Choose another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A record like this already exists. Open the existing one, or save anyway if that is allowed.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Somebody else is changing this record just now. Try again in a moment.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce took too long over the search. Try again, or type more.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The record was deleted in Salesforce meanwhile.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce is not available just now; it may be under maintenance. Try again later.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your user cannot see one kind of record that is searched. Ask your Salesforce administrator, or take it out of the settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A field that is needed is hidden from your user. Ask your Salesforce administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your user may not fill a field that is needed. Ask your Salesforce administrator.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce does not allow signing in from here, or at this hour. Try again from the office network or within your login hours.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Access to the app was taken back. Sign in to Salesforce again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in to Salesforce has expired or was taken back. Sign in again; your settings are kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce did not accept the sign-in. Start it again.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Salesforce app does not know the companion&apos;s callback address. Register these as callback URLs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce needs more fields. Fill in all that are required.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce needs these fields: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nothing came back from the browser in time. If it showed an error, check the Consumer Key and that the app has these callback URLs: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The sign-in address must begin with https://, or what you type could be read on the way.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not an address. A sign-in address looks like https://login.salesforce.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The Consumer Key is missing. It is in the settings of the app in Salesforce.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>SettingTexts</name>
    <message>
        <source>Incoming calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outgoing calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Internal calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>جهات الاتصال</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enable Salesforce &amp;integration</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switched off, nothing is looked up, opened or logged; every setting is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Takes effect at the next start.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Light</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dark</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Start when I &amp;sign in to this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut: &amp;dial the selected text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works in every program: select a number, press the keys.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shortcut: go to the call &amp;card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Brings the keyboard to the card of the current call.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Mask phone numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers are never shown, logged or searched for while typing; only their last two digits can be seen.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud One BCS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asterisk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For Asterisk: the ARI user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Extension or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Left empty, the extension is found by the e-mail of your Salesforce user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate authority &amp;file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if the PBX uses a certificate of your own authority (PEM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel &amp;technology (Asterisk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialplan conte&amp;xt (Asterisk)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce sign-in a&amp;ddress</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>login.salesforce.com, test.salesforce.com or your My Domain.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consumer &amp;Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callback &amp;ports</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Each is registered in the app as http://localhost:PORT/oauth/callback. The first free one is used.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How numbers without a country code are read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Area code</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of this site, without the leading zero; for local numbers dialled without it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Outside line prefix</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialled before every outside number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Digits of an extension</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number or a range, such as 3-5.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Show the call card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It never takes the keyboard from what you are doing.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Corner of the screen</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top right</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Top left</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep the card after a call</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Time to write a note and choose the outcome, in seconds.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Ask before a phone link is dialled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For numbers I have not called before</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Always</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Never</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Popup &amp;method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>How the caller&apos;s record opens in the browser.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatically</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When I press the CRM label in the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Trigger event</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the call rings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the call is answered</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When the call has ended</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the record for</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>When &amp;several records match</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A choice made in the card is remembered for the number.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Let me choose in the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the one changed last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open Salesforce&apos;s search page</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The first has preference. Drag to change the order, or press Alt with the up or down arrow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Al&amp;ways Query CRM</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Every caller is looked up in Salesforce, and the dial box searches Salesforce while you type. Switched off, Salesforce is only asked for numbers that are not in the phonebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronize contacts automaticall&amp;y</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>People you talk to are copied into the phonebook: one way, read-only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronize contacts from</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Synchronize &amp;to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The phonebook on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A phonebook of the PBX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name of the phonebook</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>On the PBX it must be empty or new.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Create records for unknown numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For numbers that match no contact, lead or account.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create contact or &amp;lead</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create &amp;method</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Manually, with Add Contact to CRM in the card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Automatically, named “Automatic New Contact” and the number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call type</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Log calls in Salesforce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One task for each call with a CRM contact.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disable display of &amp;missed call records in unanswered agents</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A queue&apos;s call that a colleague answered is not logged as missed for you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Who writes the entry</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose the PBX if its own Salesforce integration logs calls, so that no call is logged twice. Notes are then added to its entry.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This companion</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The PBX</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link that plays it on this computer</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A link of your own</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not mentioned</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Address of the re&amp;cording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>{{.Recording}} stands for the file&apos;s name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://pbx.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter one or more port numbers from 1 to 65535, with commas between.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number of digits or a range of them, such as 3-5, up to 15.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a number from 0 to 86400.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one of those offered.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch it on or off.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file that can be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter a country&apos;s code of two letters, such as US or DE.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter digits only.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This cannot be used. Correct it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Wait &amp;before logging</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In seconds: time to finish the note. What is written later is added.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a web address, or it names a variable that does not exist.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>End</source>
        <comment>the key</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>معاودة الاتصال</translation>
    </message>
</context>
<context>
    <name>companion::AddContactDialog</name>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open the record after saving</source>
        <translation>&amp;فتح السجل بعد الحفظ</translation>
    </message>
    <message>
        <source>Records that exist already</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Open the e&amp;xisting one</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Create &amp;anyway</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>%1 is not in Salesforce yet. Who is it?</source>
        <translation>%1 ليس في Salesforce بعد. من هو؟</translation>
    </message>
    <message>
        <source>Enter a last name.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the company: a lead needs one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce requires this field.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>جارٍ الحفظ…</translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce has a record like this one already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce has records like this one already.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your organisation does not allow another one.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In Salesforce &amp;already…</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Has asked not to be called</source>
        <translation>طلب عدم الاتصال به</translation>
    </message>
    <message>
        <source>Not logged, as you wished</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Talked</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialled</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Transferred to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Reason</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>نتيجة المكالمة</translation>
    </message>
    <message>
        <source>Popup</source>
        <extracomment>Why the record did or did not open</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Follow-up task…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The recording was saved in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;mplete</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Fill in the record that was made by itself</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::CallList</name>
    <message>
        <source>Calls</source>
        <translation type="unfinished">المكالمات</translation>
    </message>
    <message>
        <source>No call fits “%1”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Names, numbers and notes are searched.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No missed calls.</source>
        <translation type="unfinished">لا مكالمات فائتة.</translation>
    </message>
    <message>
        <source>Everything is logged.</source>
        <translation type="unfinished">سُجّل كل شيء.</translation>
    </message>
    <message>
        <source>Calls that still wait to be logged in Salesforce appear here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>No calls yet.</source>
        <translation type="unfinished">لا مكالمات بعد.</translation>
    </message>
    <message>
        <source>The calls of your extension appear here.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::CallNote</name>
    <message>
        <source>O&amp;utcome</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation type="unfinished">نتيجة المكالمة</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation type="unfinished">&amp;ملاحظة</translation>
    </message>
    <message>
        <source>Note</source>
        <translation type="unfinished">ملاحظة</translation>
    </message>
    <message>
        <source>Note for the log entry</source>
        <translation type="unfinished">ملاحظة للسجل</translation>
    </message>
    <message>
        <source>No outcome</source>
        <translation type="unfinished">بلا نتيجة</translation>
    </message>
</context>
<context>
    <name>companion::ConfirmDialDialog</name>
    <message>
        <source>&amp;Call anyway</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call %1?</source>
        <translation>الاتصال بـ %1؟</translation>
    </message>
    <message>
        <source>The link says: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This person asked not to be called.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce marks the record “Do Not Call”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The number was written with letters or unusual signs. Check it first.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is a code for the phone system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Such codes can forward your calls or hide your number. Call it only if you expected it.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::CrmFieldInput</name>
    <message>
        <source>Please choose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>For example %1</source>
        <extracomment>%1 is an example of a date.</extracomment>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::CrmSignInPage</name>
    <message>
        <source>Sign in &amp;at</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Production</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sandbox</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My Domain</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>My Do&amp;main</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As it stands in the browser&apos;s address bar when you work in Salesforce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consumer &amp;Key</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Of your organisation&apos;s External Client App, under OAuth Settings.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Consumer Sec&amp;ret (optional)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if the app requires a secret for the web server flow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callback &amp;URLs to register in the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One for each line; the first free one is used when you sign in.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Callback URLs to register in the app</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Copied</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in with the browser</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The browser is open. Sign in there and press Allow.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This window follows by itself.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Waiting for the browser…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in was cancelled.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter your organisation&apos;s address, such as https://example.my.salesforce.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the Consumer Key of your organisation&apos;s app.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect from Salesforce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Disconnect this companion from Salesforce?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Its access is revoked, and the Salesforce settings and secrets are cleared. Contacts in the phonebook and the call history stay. To pause only, switch the integration off instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::DiagnoseWindow</name>
    <message>
        <source>Include numbers, names and addresses in the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Checks</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>C&amp;opy as text</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation type="unfinished"></translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need attention.</source>
        <translation type="unfinished">
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
            <numerusform></numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1 · Qt %2 · %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Works</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds personal data: give it only to whom you trust.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>It holds no numbers, names or secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The report could not be written. Choose another folder, or check the free space.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter calls · ↑ and ↓ choose · Esc closes</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Called last</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody called “%1” was found. Type a number instead.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Re&amp;dial</source>
        <translation type="unfinished"></translation>
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
    <name>companion::Field</name>
    <message>
        <source>Set by your organisation.</source>
        <translation>حددته مؤسستك.</translation>
    </message>
    <message>
        <source>%1 *</source>
        <extracomment>The star marks a field that must be filled in.</extracomment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Required.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::FollowUpDialog</name>
    <message>
        <source>&amp;What is to be done</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Add task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Follow-up task</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation type="unfinished">الاتصال بـ %1؟ {1?}</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The task appears in Salesforce among your open tasks.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">إلغاء</translation>
    </message>
    <message>
        <source>Write what is to be done.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>ت&amp;صدير…</translation>
    </message>
    <message>
        <source>Save the calls shown as a table (CSV)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not &amp;logged (%1)</source>
        <extracomment>Calls that still wait to be logged, with their number</extracomment>
        <translation>&amp;غير المسجلة (%1)</translation>
    </message>
    <message>
        <source>The calls were saved in %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The file could not be written. Choose another folder, or check the free space.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Export calls</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>calls-%1.csv</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::PbxSignInPage</name>
    <message>
        <source>Sign &amp;out</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone s&amp;ystem</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cloud One BCS</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Asterisk</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Address</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Client Sec&amp;ret</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Extension or e-mail</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Your extension&apos;s number, or the e-mail address bound to it. Left empty, it is found by the e-mail of your Salesforce user.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate authority &amp;file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only if the PBX uses a certificate of your own authority (PEM).</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Channel &amp;technology</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Dialplan conte&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificate authority file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ARI &amp;user</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>ARI passwo&amp;rd</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>In the PBX&apos;s web portal under Integrations &gt; API.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in again</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Kept in the system&apos;s key store</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signing in to the phone system…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Firmware %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as extension %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Signed in as %1, extension %2.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the address of the phone system.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://pbx.example.com.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter it as the phone system&apos;s administrator gave it to you.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enter the secret: none is stored for this address.</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>N&amp;umbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>One on each line.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Marked “Do not call” in Salesforce.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Last brought up to date: %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRM: comes from Salesforce and is changed there.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>CRM: came from Salesforce. Since it was disconnected, it can be edited here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation type="unfinished">الاتصال بـ %1؟ {1?}</translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::PhonebookModel</name>
    <message>
        <source>No name</source>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody is in the phonebook yet.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Switch on contact synchronization in the settings, and the contacts of your calls are kept here.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Nobody called “%1” is in the phonebook.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation type="unfinished">الاسم أو الرقم</translation>
    </message>
    <message>
        <source>Search the phonebook by name or number</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::PickRecordDialog</name>
    <message>
        <source>Cancel</source>
        <translation type="unfinished">إلغاء</translation>
    </message>
    <message>
        <source>Who is %1?</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::RecordButton</name>
    <message>
        <source>Open %1 %2 in Salesforce</source>
        <comment>kind of record, name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Opened at %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key O</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose %1 %2</source>
        <comment>kind of record, name</comment>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>key %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>active %1</source>
        <comment>last activity: today, 3 days ago</comment>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::RecordPicker</name>
    <message>
        <source>Another &amp;record…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Which record is this call for?</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search Salesforce by name</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Search Salesforce for the record</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce has no record called “%1”. Try fewer letters.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::SettingInput</name>
    <message>
        <source>&amp;Browse…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system (%1)</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Seconds, behind a number.</extracomment>
        <translation type="unfinished"></translation>
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
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>General</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>المظهر</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connections</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Sign in or test…</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Salesforce</source>
        <translation>Salesforce</translation>
    </message>
    <message>
        <source>Calls and card</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Phone links</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Open phone links with this program</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Popup</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Try a number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number to try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>A number, as someone might write it</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Shows how it is read, what is asked and what is found.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Contact synchronization</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>API calls used</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Creation</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Call journal</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Secrets are kept in the system&apos;s key store. Calls, notes and the phonebook stay on this computer, readable by you alone.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Log files hold no numbers, names or secrets.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Enabling “Always Query CRM” will increase API credit consumption. Please monitor your quota.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search while typing stays off because numbers are masked.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The API budget is known after the first question.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Not signed in to Salesforce.</source>
        <translation>لم يتم تسجيل الدخول إلى Salesforce.</translation>
    </message>
    <message>
        <source>%1 of %2 API calls used in the last 24 hours, by everyone in your organisation.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Only lookups and log entries still go out.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>The search while typing has stopped to save calls.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>As the system</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::SignInPage</name>
    <message>
        <source>Signing in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::SignInWindow</name>
    <message>
        <source>Sign in</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Connect your phone and Salesforce</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>What to sign in to</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>&amp;Phone system</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Sales&amp;force</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::TemplateEditor</name>
    <message>
        <source>Use the default te&amp;xt</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Insert a &amp;variable</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>This template cannot be read.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>there is no variable %1.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>“{{” has no “}}” behind it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this “{{if}}” has no “{{end}}”.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>this has no “{{if}}” before it.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>conditions are nested too deep.</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>only variables, {{if}}, {{else}} and {{end}} are understood.</source>
        <translation type="unfinished"></translation>
    </message>
</context>
<context>
    <name>companion::TransferPanel</name>
    <message>
        <source>Colleague or number</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation type="unfinished"></translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>إلغاء</translation>
    </message>
    <message>
        <source>Speak with them first, then hand the call over</source>
        <translation type="unfinished"></translation>
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
