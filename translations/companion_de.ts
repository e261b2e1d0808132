<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AsteriskErrorText</name>
    <message>
        <source>Asterisk does not accept this user name and password. Check both: they are those of a user in its ari.conf.</source>
        <translation>Asterisk nimmt Benutzername und Passwort nicht an. Prüfen Sie beide: Es sind die eines Benutzers in seiner ari.conf.</translation>
    </message>
    <message>
        <source>A server answers at this address, but Asterisk&apos;s ARI does not. Check the address; on the server, http.conf and ari.conf must have it enabled.</source>
        <translation>Unter dieser Adresse antwortet ein Server, aber nicht das ARI von Asterisk. Prüfen Sie die Adresse; auf dem Server muss es in http.conf und ari.conf eingeschaltet sein.</translation>
    </message>
    <message>
        <source>This Asterisk user may watch calls, but not place or end them: ari.conf says read_only.</source>
        <translation>Dieser Asterisk-Benutzer darf Anrufe sehen, aber nicht tätigen oder beenden: In der ari.conf steht read_only.</translation>
    </message>
    <message>
        <source>Your phone is not registered with the PBX. Check that it is on and connected, then try again.</source>
        <translation>Ihr Telefon ist nicht an der Telefonanlage angemeldet. Prüfen Sie, ob es eingeschaltet und verbunden ist, und versuchen Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>CallText</name>
    <message>
        <source>Incoming</source>
        <translation>Eingehend</translation>
    </message>
    <message>
        <source>Outgoing</source>
        <translation>Ausgehend</translation>
    </message>
    <message>
        <source>Internal</source>
        <translation>Intern</translation>
    </message>
    <message>
        <source>Internal call</source>
        <translation>Interner Anruf</translation>
    </message>
    <message>
        <source>Incoming call</source>
        <translation>Eingehender Anruf</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>Ruft an …</translation>
    </message>
    <message>
        <source>In call, muted</source>
        <translation>Im Gespräch, stumm</translation>
    </message>
    <message>
        <source>In call</source>
        <translation>Im Gespräch</translation>
    </message>
    <message>
        <source>On hold</source>
        <translation>Gehalten</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Anruf beendet</translation>
    </message>
    <message>
        <source>Answered</source>
        <translation>Angenommen</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>Verpasst</translation>
    </message>
    <message>
        <source>Answered by a colleague</source>
        <translation>Von Kollegen angenommen</translation>
    </message>
    <message>
        <source>No answer</source>
        <translation>Keine Antwort</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Besetzt</translation>
    </message>
    <message>
        <source>Declined</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Voicemail</translation>
    </message>
    <message>
        <source>Transferred to %1</source>
        <translation>An %1 übergeben</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Verpasster Anruf</translation>
    </message>
    <message>
        <source>Answered by %1</source>
        <translation>Von %1 angenommen</translation>
    </message>
    <message>
        <source>Call failed</source>
        <translation>Anruf fehlgeschlagen</translation>
    </message>
    <message>
        <source>Went to voicemail</source>
        <translation>Auf die Voicemail gesprochen</translation>
    </message>
    <message>
        <source>Your extension has used up its outgoing calls for now. Ask the PBX&apos;s administrator.</source>
        <translation>Ihre Nebenstelle hat ihre ausgehenden Anrufe vorerst aufgebraucht. Fragen Sie den Administrator der Telefonanlage.</translation>
    </message>
    <message>
        <source>Your extension may not call this number. Ask the PBX&apos;s administrator.</source>
        <translation>Ihre Nebenstelle darf diese Nummer nicht anrufen. Fragen Sie den Administrator der Telefonanlage.</translation>
    </message>
    <message>
        <source>All lines are busy. Try again in a moment.</source>
        <translation>Alle Leitungen sind belegt. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>The other side does not want to be disturbed.</source>
        <translation>Die Gegenseite möchte nicht gestört werden.</translation>
    </message>
    <message>
        <source>The other side is busy.</source>
        <translation>Die Gegenseite spricht gerade.</translation>
    </message>
    <message>
        <source>The other side declined the call.</source>
        <translation>Die Gegenseite hat den Anruf abgelehnt.</translation>
    </message>
    <message>
        <source>The other side did not answer in time.</source>
        <translation>Die Gegenseite hat nicht rechtzeitig geantwortet.</translation>
    </message>
    <message>
        <source>This number is no longer in use.</source>
        <translation>Diese Nummer ist nicht mehr vergeben.</translation>
    </message>
    <message>
        <source>The number is incomplete. Check it and try again.</source>
        <translation>Die Nummer ist unvollständig. Prüfen Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This number does not exist. Check it and try again.</source>
        <translation>Diese Nummer gibt es nicht. Prüfen Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The other side cannot be reached just now.</source>
        <translation>Die Gegenseite ist gerade nicht erreichbar.</translation>
    </message>
    <message>
        <source>The call could not be put through.</source>
        <translation>Der Anruf konnte nicht durchgestellt werden.</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Kontakt</translation>
    </message>
    <message>
        <source>Lead</source>
        <translation>Lead</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Auflegen</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>Ablehnen</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Annehmen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>Halten</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Weitersprechen</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>Stumm schalten</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>Ton an</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Übergeben</translation>
    </message>
    <message>
        <source>Ask first</source>
        <translation>Erst fragen</translation>
    </message>
    <message>
        <source>Complete transfer</source>
        <translation>Übergabe abschließen</translation>
    </message>
    <message>
        <source>Back to caller</source>
        <translation>Zurück zum Anrufer</translation>
    </message>
    <message>
        <source>Add participant</source>
        <translation>Teilnehmer hinzufügen</translation>
    </message>
    <message>
        <source>The record was opened by itself.</source>
        <translation>Der Datensatz wurde von selbst geöffnet.</translation>
    </message>
    <message>
        <source>The record was opened by hand.</source>
        <translation>Der Datensatz wurde von Hand geöffnet.</translation>
    </message>
    <message>
        <source>Opening records is switched off in the settings.</source>
        <translation>Das Öffnen von Datensätzen ist in den Einstellungen ausgeschaltet.</translation>
    </message>
    <message>
        <source>Records open by hand only, as the settings say.</source>
        <translation>Datensätze öffnen sich laut Einstellung nur von Hand.</translation>
    </message>
    <message>
        <source>Records don&apos;t open by themselves for calls in this direction.</source>
        <translation>Für Anrufe in dieser Richtung öffnen sich Datensätze nicht von selbst.</translation>
    </message>
    <message>
        <source>The moment at which the record opens has not come, or was over before.</source>
        <translation>Der Zeitpunkt, zu dem der Datensatz sich öffnet, ist noch nicht da oder war schon vorbei.</translation>
    </message>
    <message>
        <source>The call was never answered.</source>
        <translation>Der Anruf wurde nie angenommen.</translation>
    </message>
    <message>
        <source>No record in Salesforce has this number.</source>
        <translation>Kein Datensatz in Salesforce hat diese Nummer.</translation>
    </message>
    <message>
        <source>Several records have this number, and none was chosen.</source>
        <translation>Mehrere Datensätze haben diese Nummer, und keiner wurde gewählt.</translation>
    </message>
    <message>
        <source>Not signed in to Salesforce.</source>
        <translation>Nicht bei Salesforce angemeldet.</translation>
    </message>
    <message>
        <source>Salesforce could not be asked.</source>
        <translation>Salesforce konnte nicht gefragt werden.</translation>
    </message>
    <message>
        <source>The Salesforce integration is switched off.</source>
        <translation>Die Salesforce-Integration ist ausgeschaltet.</translation>
    </message>
    <message>
        <source>Internal, withheld and service numbers are not looked up.</source>
        <translation>Interne, unterdrückte und Dienstnummern werden nicht gesucht.</translation>
    </message>
    <message>
        <source>The record was already opened for this call.</source>
        <translation>Der Datensatz wurde für diesen Anruf schon geöffnet.</translation>
    </message>
    <message>
        <source>Salesforce has not answered yet.</source>
        <translation>Salesforce hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>The record&apos;s address does not belong to your organisation, so it was not opened.</source>
        <translation>Die Adresse des Datensatzes gehört nicht zu Ihrer Organisation, deshalb wurde er nicht geöffnet.</translation>
    </message>
    <message>
        <source>Logged when complete</source>
        <translation>Wird eingetragen, wenn vollständig</translation>
    </message>
    <message>
        <source>Waiting to be logged</source>
        <translation>Wartet auf den Eintrag</translation>
    </message>
    <message>
        <source>Being logged…</source>
        <translation>Wird eingetragen …</translation>
    </message>
    <message>
        <source>Logged in Salesforce</source>
        <translation>In Salesforce eingetragen</translation>
    </message>
    <message>
        <source>Choose a record to log the call</source>
        <translation>Datensatz für den Eintrag wählen</translation>
    </message>
    <message>
        <source>Not logged; see History</source>
        <translation>Nicht eingetragen; siehe Verlauf</translation>
    </message>
    <message>
        <source>Withheld number</source>
        <translation>Unterdrückte Nummer</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Unbekannte Nummer</translation>
    </message>
    <message>
        <source>via %1</source>
        <comment>queue or ring group</comment>
        <translation>über %1</translation>
    </message>
    <message>
        <source>to %1</source>
        <comment>the number that was dialled</comment>
        <translation>an %1</translation>
    </message>
    <message>
        <source>today</source>
        <translation>heute</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gestern</translation>
    </message>
    <message>
        <source>%1 days ago</source>
        <comment>always more than one</comment>
        <translation>vor %1 Tagen</translation>
    </message>
    <message>
        <source>%1 possible records</source>
        <comment>always more than one</comment>
        <translation>%1 mögliche Datensätze</translation>
    </message>
    <message>
        <source>Press %1 on the phone&apos;s keypad when the call is answered: the PBX does not dial extensions behind a number.</source>
        <translation>Drücken Sie %1 auf den Tasten des Telefons, sobald der Anruf angenommen ist: Die Telefonanlage wählt Durchwahlen hinter einer Nummer nicht.</translation>
    </message>
    <message>
        <source>Several records have this number, so Salesforce&apos;s search page was opened by itself.</source>
        <translation>Mehrere Datensätze haben diese Rufnummer, deshalb wurde die Suchseite von Salesforce von selbst geöffnet.</translation>
    </message>
</context>
<context>
    <name>ColleagueText</name>
    <message>
        <source>free</source>
        <translation>frei</translation>
    </message>
    <message>
        <source>ringing</source>
        <translation>klingelt</translation>
    </message>
    <message>
        <source>on a call</source>
        <translation>im Gespräch</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>away</source>
        <translation>abwesend</translation>
    </message>
    <message>
        <source>do not disturb</source>
        <translation>bitte nicht stören</translation>
    </message>
    <message>
        <source>at lunch</source>
        <translation>in der Mittagspause</translation>
    </message>
    <message>
        <source>on a business trip</source>
        <translation>auf Dienstreise</translation>
    </message>
    <message>
        <source>off work</source>
        <translation>hat Feierabend</translation>
    </message>
    <message>
        <source>asking %1</source>
        <comment>a colleague, before a transfer</comment>
        <translation>Rückfrage bei %1</translation>
    </message>
    <message>
        <source>with %1</source>
        <comment>further people in the call</comment>
        <translation>mit %1</translation>
    </message>
    <message>
        <source>calling %1</source>
        <comment>somebody who is to join the call</comment>
        <translation>Anruf bei %1</translation>
    </message>
</context>
<context>
    <name>Diagnosis</name>
    <message>
        <source>Key store</source>
        <translation>Schlüsselbund</translation>
    </message>
    <message>
        <source>Secrets are kept in the system&apos;s key store.</source>
        <translation>Geheimnisse liegen im Schlüsselbund des Systems.</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be reached: secrets are kept for this run only.</source>
        <translation>Der Schlüsselbund des Systems ist nicht erreichbar: Geheimnisse werden nur bis zum Beenden behalten.</translation>
    </message>
    <message>
        <source>Start a key store such as gnome-keyring or KWallet.</source>
        <translation>Starten Sie einen Schlüsselbund wie gnome-keyring oder KWallet.</translation>
    </message>
    <message>
        <source>PBX</source>
        <translation>Telefonanlage</translation>
    </message>
    <message>
        <source>PBX firmware</source>
        <translation>Firmware der Telefonanlage</translation>
    </message>
    <message>
        <source>The PBX has firmware %1.</source>
        <translation>Die Telefonanlage hat Firmware %1.</translation>
    </message>
    <message>
        <source>Ask your administrator to update it to %1 or later.</source>
        <translation>Bitten Sie Ihren Administrator, sie auf %1 oder neuer zu aktualisieren.</translation>
    </message>
    <message>
        <source>PBX events</source>
        <translation>Ereignisse der Telefonanlage</translation>
    </message>
    <message>
        <source>Signed in, but no event has ever arrived.</source>
        <translation>Angemeldet, aber es ist noch nie ein Ereignis angekommen.</translation>
    </message>
    <message>
        <source>In the PBX under Integrations &gt; API &gt; Advanced, switch on Call Status Monitor for this extension and the trunks.</source>
        <translation>Schalten Sie in der Telefonanlage unter Integrations &gt; API &gt; Advanced den Call Status Monitor für diese Nebenstelle und die Leitungen ein.</translation>
    </message>
    <message>
        <source>Salesforce</source>
        <translation>Salesforce</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Correct this setting, or remove it.</source>
        <translation>Berichtigen oder entfernen Sie diese Einstellung.</translation>
    </message>
    <message>
        <source>Log entries</source>
        <translation>Anrufeinträge</translation>
    </message>
    <message>
        <source>All calls are logged.</source>
        <translation>Alle Anrufe sind eingetragen.</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be written.</source>
        <translation>
            <numerusform>%n Eintrag wartet.</numerusform>
            <numerusform>%n Einträge warten.</numerusform>
        </translation>
    </message>
    <message>
        <source>Contact synchronization</source>
        <translation>Kontaktabgleich</translation>
    </message>
    <message>
        <source>In the list of calls, “Not logged” says of each what it waits for.</source>
        <translation>In der Liste der Anrufe steht unter „Nicht eingetragen“, worauf jeder wartet.</translation>
    </message>
</context>
<context>
    <name>ErrorText</name>
    <message>
        <source>the PBX</source>
        <translation>die Telefonanlage</translation>
    </message>
    <message>
        <source>Salesforce</source>
        <translation>Salesforce</translation>
    </message>
    <message>
        <source>Signing in to the PBX failed.</source>
        <translation>Die Anmeldung an der Telefonanlage ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The PBX reported a problem.</source>
        <translation>Die Telefonanlage hat ein Problem gemeldet.</translation>
    </message>
    <message>
        <source>Signing in to Salesforce failed.</source>
        <translation>Die Anmeldung bei Salesforce ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Salesforce reported a problem.</source>
        <translation>Salesforce hat ein Problem gemeldet.</translation>
    </message>
    <message>
        <source>The caller could not be looked up in Salesforce.</source>
        <translation>Der Anrufer konnte in Salesforce nicht gesucht werden.</translation>
    </message>
    <message>
        <source>The record could not be created.</source>
        <translation>Der Datensatz konnte nicht angelegt werden.</translation>
    </message>
    <message>
        <source>The call could not be logged in Salesforce.</source>
        <translation>Der Anruf konnte nicht in Salesforce eingetragen werden.</translation>
    </message>
    <message>
        <source>The call could not be placed.</source>
        <translation>Der Anruf konnte nicht aufgebaut werden.</translation>
    </message>
    <message>
        <source>The PBX did not do that with the call.</source>
        <translation>Die Telefonanlage hat das mit dem Anruf nicht getan.</translation>
    </message>
    <message>
        <source>The recording could not be fetched.</source>
        <translation>Die Aufnahme konnte nicht geholt werden.</translation>
    </message>
    <message>
        <source>The contacts could not be synchronised.</source>
        <translation>Die Kontakte konnten nicht abgeglichen werden.</translation>
    </message>
    <message>
        <source>The setting could not be kept.</source>
        <translation>Die Einstellung konnte nicht gespeichert werden.</translation>
    </message>
    <message>
        <source>The companion&apos;s own database could not be used.</source>
        <translation>Die eigene Datenbank des Companion konnte nicht benutzt werden.</translation>
    </message>
    <message>
        <source>The secure connection to the PBX failed: its certificate is not trusted. Check the address, or give the certificate file of your organisation.</source>
        <translation>Die sichere Verbindung zur Telefonanlage ist fehlgeschlagen: Ihrem Zertifikat wird nicht vertraut. Prüfen Sie die Adresse, oder geben Sie die Zertifikatsdatei Ihrer Organisation an.</translation>
    </message>
    <message>
        <source>The secure connection to Salesforce failed. Check this computer&apos;s clock, and whether a proxy inspects its connections.</source>
        <translation>Die sichere Verbindung zu Salesforce ist fehlgeschlagen. Prüfen Sie die Uhr dieses Computers, und ob ein Proxy seine Verbindungen mitliest.</translation>
    </message>
    <message>
        <source>The PBX&apos;s name was not found. Check the address for typing errors, and the network.</source>
        <translation>Der Name der Telefonanlage wurde nicht gefunden. Prüfen Sie die Adresse auf Tippfehler, und das Netz.</translation>
    </message>
    <message>
        <source>Salesforce&apos;s name was not found. Check the sign-in address and the network.</source>
        <translation>Der Name von Salesforce wurde nicht gefunden. Prüfen Sie die Anmeldeadresse und das Netz.</translation>
    </message>
    <message>
        <source>%1 refused the connection. Check address and port, and whether it is running.</source>
        <translation>%1 hat die Verbindung abgewiesen. Prüfen Sie Adresse und Port, und ob der Dienst läuft.</translation>
    </message>
    <message>
        <source>A proxy or firewall of the network did not let the connection through. Ask who looks after the network.</source>
        <translation>Ein Proxy oder eine Firewall des Netzes hat die Verbindung nicht durchgelassen. Fragen Sie, wer das Netz betreut.</translation>
    </message>
    <message>
        <source>No connection to %1. Check the network; the companion tries again by itself.</source>
        <translation>Zurzeit ist %1 nicht erreichbar. Prüfen Sie das Netz; der Companion versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>No connection to %1. Check the network and try again.</source>
        <translation>Zurzeit ist %1 nicht erreichbar. Prüfen Sie das Netz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>A server answers at this address, but it is not a PBX. Check the address.</source>
        <translation>Unter dieser Adresse antwortet ein Server, aber keine Telefonanlage. Prüfen Sie die Adresse.</translation>
    </message>
    <message>
        <source>This value cannot be read. Check it for typing errors.</source>
        <translation>Dieser Wert ist nicht lesbar. Prüfen Sie ihn auf Tippfehler.</translation>
    </message>
    <message>
        <source>The PBX&apos;s answer could not be read. Check the address; if it is right, try again later.</source>
        <translation>Die Antwort der Telefonanlage ist nicht lesbar. Prüfen Sie die Adresse; stimmt sie, versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Salesforce&apos;s answer could not be read. A sign-in page of the network may be in the way; open the browser and try again.</source>
        <translation>Die Antwort von Salesforce ist nicht lesbar. Vielleicht steht eine Anmeldeseite des Netzes im Weg; öffnen Sie den Browser und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The PBX is asked too often just now. The companion tries again by itself.</source>
        <translation>Die Telefonanlage wird gerade zu oft gefragt. Der Companion versucht es von selbst wieder.</translation>
    </message>
    <message>
        <source>Salesforce takes no more requests for now. The entry is kept and sent later.</source>
        <translation>Salesforce nimmt vorerst keine Anfragen mehr an. Der Eintrag bleibt hier und wird später gesendet.</translation>
    </message>
    <message>
        <source>Salesforce takes no more requests for now. Try again later.</source>
        <translation>Salesforce nimmt vorerst keine Anfragen mehr an. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The PBX does not accept these credentials. Check Client ID and Client Secret.</source>
        <translation>Die Telefonanlage nimmt diese Zugangsdaten nicht an. Prüfen Sie Client ID und Client Secret.</translation>
    </message>
    <message>
        <source>The PBX has ended the session. Sign in to the PBX again.</source>
        <translation>Die Telefonanlage hat die Sitzung beendet. Melden Sie sich wieder an ihr an.</translation>
    </message>
    <message>
        <source>Salesforce has ended the session. Sign in again; the entry is kept until then.</source>
        <translation>Salesforce hat die Sitzung beendet. Melden Sie sich wieder an; der Eintrag bleibt bis dahin hier.</translation>
    </message>
    <message>
        <source>Salesforce has ended the session. Sign in to Salesforce again.</source>
        <translation>Salesforce hat die Sitzung beendet. Melden Sie sich wieder bei Salesforce an.</translation>
    </message>
    <message>
        <source>The PBX does not allow this. Ask its administrator for the permission.</source>
        <translation>Die Telefonanlage erlaubt das nicht. Bitten Sie ihren Administrator um das Recht.</translation>
    </message>
    <message>
        <source>Your Salesforce user may not do this. Ask your Salesforce administrator.</source>
        <translation>Ihr Salesforce-Benutzer darf das nicht. Fragen Sie Ihren Salesforce-Administrator.</translation>
    </message>
    <message>
        <source>This PBX has no such extension. Check the extension&apos;s number or e-mail address.</source>
        <translation>Diese Telefonanlage hat keine solche Nebenstelle. Prüfen Sie Nummer oder E-Mail-Adresse der Nebenstelle.</translation>
    </message>
    <message>
        <source>The PBX does not know this call any more; it is probably over.</source>
        <translation>Die Telefonanlage kennt diesen Anruf nicht mehr; er ist wohl vorbei.</translation>
    </message>
    <message>
        <source>The PBX does not know this number. Check it and try again.</source>
        <translation>Die Telefonanlage kennt diese Nummer nicht. Prüfen Sie sie und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The PBX has no recording of this call, or has deleted it.</source>
        <translation>Die Telefonanlage hat keine Aufnahme dieses Anrufs, oder hat sie gelöscht.</translation>
    </message>
    <message>
        <source>The PBX does not have this. Its firmware may be too old.</source>
        <translation>Die Telefonanlage hat das nicht. Vielleicht ist ihre Firmware zu alt.</translation>
    </message>
    <message>
        <source>The record does not exist in Salesforce any more. It may have been deleted or merged.</source>
        <translation>Den Datensatz gibt es in Salesforce nicht mehr. Vielleicht wurde er gelöscht oder zusammengeführt.</translation>
    </message>
    <message>
        <source>There is no such setting.</source>
        <translation>Eine solche Einstellung gibt es nicht.</translation>
    </message>
    <message>
        <source>Nothing was found.</source>
        <translation>Es wurde nichts gefunden.</translation>
    </message>
    <message>
        <source>No answer from %1 in time. Check the network and try again.</source>
        <translation>Zurzeit antwortet %1 nicht. Prüfen Sie das Netz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This is set by your organisation and cannot be changed here.</source>
        <translation>Das hat Ihre Organisation festgelegt; es kann hier nicht geändert werden.</translation>
    </message>
    <message>
        <source>The companion could not write to its own files. Check the free space and the rights of your home folder.</source>
        <translation>Der Companion konnte seine eigenen Dateien nicht schreiben. Prüfen Sie den freien Platz und die Rechte Ihres persönlichen Ordners.</translation>
    </message>
    <message>
        <source>This PBX cannot do that.</source>
        <translation>Diese Telefonanlage kann das nicht.</translation>
    </message>
    <message>
        <source>Your Salesforce organisation does not offer this.</source>
        <translation>Ihre Salesforce-Organisation bietet das nicht.</translation>
    </message>
    <message>
        <source>The sign-in was cancelled.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>The PBX says: %1</source>
        <translation>Die Telefonanlage sagt: %1</translation>
    </message>
    <message>
        <source>Salesforce says: %1</source>
        <translation>Salesforce sagt: %1</translation>
    </message>
    <message>
        <source>You are not signed in to the PBX. Sign in first.</source>
        <translation>Sie sind nicht an der Telefonanlage angemeldet. Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>You are not signed in to Salesforce. Sign in first.</source>
        <translation>Sie sind nicht bei Salesforce angemeldet. Melden Sie sich zuerst an.</translation>
    </message>
    <message>
        <source>The Salesforce integration is switched off. Switch it on in the tray menu first.</source>
        <translation>Die Salesforce-Integration ist ausgeschaltet. Schalten Sie sie zuerst im Menü des Symbols ein.</translation>
    </message>
    <message>
        <source>This is not a number that can be dialled.</source>
        <translation>Das ist keine Nummer, die gewählt werden kann.</translation>
    </message>
    <message>
        <source>The day&apos;s Salesforce budget is nearly used up: only lookups and the call log still go out. What you typed is kept. Save it again later.</source>
        <translation>Das Salesforce-Kontingent für heute ist fast aufgebraucht: Nur Rufnummernsuche und Anrufeinträge gehen noch hinaus. Ihre Eingaben bleiben erhalten. Speichern Sie später noch einmal.</translation>
    </message>
    <message>
        <source>This is no key combination, such as Ctrl+Alt+D.</source>
        <translation>Das ist keine Tastenkombination wie Strg+Alt+D.</translation>
    </message>
    <message>
        <source>This would take a key that people type with. Add Ctrl or Alt.</source>
        <translation>Das nähme eine Taste weg, mit der man tippt. Nehmen Sie Strg oder Alt dazu.</translation>
    </message>
    <message>
        <source>This keyboard has no such key. Choose another one.</source>
        <translation>Diese Tastatur hat keine solche Taste. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>Another program uses this key combination. Choose another one.</source>
        <translation>Ein anderes Programm benutzt diese Tastenkombination. Wählen Sie eine andere.</translation>
    </message>
    <message>
        <source>This desktop lets no program take keys. Bind them to a command of the companion in the desktop&apos;s own keyboard settings.</source>
        <translation>Diese Arbeitsumgebung gibt keinem Programm Tasten. Verbinden Sie sie in deren eigenen Tastatureinstellungen mit einem Befehl des Companion.</translation>
    </message>
    <message>
        <source>Enter your extension. Or sign in to Salesforce: then it is found by your e-mail address there.</source>
        <translation>Geben Sie Ihre Nebenstelle ein. Oder melden Sie sich bei Salesforce an: Dann wird sie mit Ihrer E-Mail-Adresse dort gefunden.</translation>
    </message>
    <message>
        <source>The system&apos;s key store cannot be reached, so it is not known how you were signed in. Start or unlock it, or sign in again.</source>
        <translation>Der Schlüsselspeicher des Systems ist nicht erreichbar, daher ist nicht bekannt, wie Sie angemeldet waren. Starten oder entsperren Sie ihn, oder melden Sie sich neu an.</translation>
    </message>
    <message>
        <source>The day&apos;s Salesforce budget is nearly used up: only lookups and the call log still go out. Search again later.</source>
        <translation>Das Salesforce-Kontingent für heute ist fast aufgebraucht: Nur Rufnummernsuche und Anrufeinträge gehen noch hinaus. Suchen Sie später noch einmal.</translation>
    </message>
</context>
<context>
    <name>HistoryCsv</name>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>Richtung</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Number</source>
        <translation>Nummer</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>Account</translation>
    </message>
    <message>
        <source>Record type</source>
        <translation>Art des Datensatzes</translation>
    </message>
    <message>
        <source>Record ID</source>
        <translation>Datensatz-ID</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Number dialled</source>
        <translation>Gewählte Nummer</translation>
    </message>
    <message>
        <source>Extension</source>
        <translation>Nebenstelle</translation>
    </message>
    <message>
        <source>Ringing (seconds)</source>
        <translation>Klingeln (Sekunden)</translation>
    </message>
    <message>
        <source>Talk (seconds)</source>
        <translation>Gespräch (Sekunden)</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Gesprächsergebnis</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Log entry</source>
        <translation>Eintrag</translation>
    </message>
    <message>
        <source>Task ID</source>
        <translation>Task-ID</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
</context>
<context>
    <name>HistoryText</name>
    <message>
        <source>Withheld number</source>
        <translation>Unterdrückte Nummer</translation>
    </message>
    <message>
        <source>Unknown number</source>
        <translation>Unbekannte Nummer</translation>
    </message>
    <message numerus="yes">
        <source>%n possible record(s)</source>
        <translation>
            <numerusform>%n möglicher Datensatz</numerusform>
            <numerusform>%n mögliche Datensätze</numerusform>
        </translation>
    </message>
    <message>
        <source>Missed, dealt with</source>
        <translation>Verpasst, erledigt</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <extracomment>“Incoming via Support”</extracomment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>Not to be logged</source>
        <translation>Wird nicht eingetragen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Being logged…</source>
        <translation>Wird eingetragen …</translation>
    </message>
    <message>
        <source>Logged</source>
        <translation>Eingetragen</translation>
    </message>
    <message>
        <source>Choose a record</source>
        <translation>Datensatz wählen</translation>
    </message>
    <message>
        <source>Not logged</source>
        <translation>Nicht eingetragen</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Logged when the call&apos;s times are final and a record is known.</source>
        <translation>Wird eingetragen, sobald die Zeiten des Anrufs feststehen und ein Datensatz bekannt ist.</translation>
    </message>
    <message>
        <source>Kept here, and sent to Salesforce as soon as it can be.</source>
        <translation>Bleibt hier und wird an Salesforce gesendet, sobald es geht.</translation>
    </message>
    <message>
        <source>On its way to Salesforce.</source>
        <translation>Ist auf dem Weg zu Salesforce.</translation>
    </message>
    <message>
        <source>Logged in Salesforce.</source>
        <translation>In Salesforce eingetragen.</translation>
    </message>
    <message>
        <source>Several records have this number. Choose the one to log this call with.</source>
        <translation>Mehrere Datensätze haben diese Nummer. Wählen Sie den, bei dem der Anruf eingetragen wird.</translation>
    </message>
    <message>
        <source>Salesforce did not take the entry. Correct the reason, then try again.</source>
        <translation>Salesforce hat den Eintrag nicht angenommen. Beheben Sie den Grund und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Not logged, as you wished.</source>
        <translation>Nicht eingetragen, wie Sie es wollten.</translation>
    </message>
    <message>
        <source>Internal calls are not logged.</source>
        <translation>Interne Anrufe werden nicht eingetragen.</translation>
    </message>
    <message>
        <source>Not logged: the caller&apos;s number was withheld.</source>
        <translation>Nicht eingetragen: Die Nummer des Anrufers war unterdrückt.</translation>
    </message>
    <message>
        <source>Not logged: Salesforce could not be asked who this is.</source>
        <translation>Nicht eingetragen: Salesforce konnte nicht gefragt werden, wer das ist.</translation>
    </message>
    <message>
        <source>Not logged: no record in Salesforce has this number.</source>
        <translation>Nicht eingetragen: Kein Datensatz in Salesforce hat diese Nummer.</translation>
    </message>
    <message>
        <source>Not logged.</source>
        <translation>Nicht eingetragen.</translation>
    </message>
</context>
<context>
    <name>LookupText</name>
    <message>
        <source>Asked: the phonebook.</source>
        <translation>Gefragt: das Telefonbuch.</translation>
    </message>
    <message>
        <source>Asked: nobody again, the answer of a moment ago is still good.</source>
        <translation>Gefragt: niemand noch einmal, die Antwort von eben gilt noch.</translation>
    </message>
    <message>
        <source>Asked: Salesforce, for exact spellings (API calls: %1).</source>
        <translation>Gefragt: Salesforce, nach genauen Schreibweisen (API-Anfragen: %1).</translation>
    </message>
    <message>
        <source>Asked: Salesforce&apos;s search (API calls: %1).</source>
        <translation>Gefragt: die Suche von Salesforce (API-Anfragen: %1).</translation>
    </message>
    <message>
        <source>Found: %1</source>
        <translation>Gefunden: %1</translation>
    </message>
    <message>
        <source>Nobody was asked: such numbers are not looked up.</source>
        <translation>Niemand wurde gefragt: Solche Nummern werden nicht gesucht.</translation>
    </message>
    <message>
        <source>Found: nobody</source>
        <translation>Gefunden: niemand</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiterer</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PbxErrorText</name>
    <message>
        <source>The PBX has blocked this computer&apos;s address after failed sign-ins. Its administrator can unblock it under Security &gt; Security Rules &gt; Blocked IPs.</source>
        <translation>Die Telefonanlage hat die Adresse dieses Computers nach fehlgeschlagenen Anmeldungen gesperrt. Ihr Administrator kann sie unter Security &gt; Security Rules &gt; Blocked IPs entsperren.</translation>
    </message>
    <message>
        <source>The PBX has blocked this computer&apos;s address until %1 after failed sign-ins. Wait, or ask its administrator to unblock it under Security &gt; Security Rules &gt; Blocked IPs.</source>
        <translation>Die Telefonanlage hat die Adresse dieses Computers nach fehlgeschlagenen Anmeldungen bis %1 gesperrt. Warten Sie, oder bitten Sie ihren Administrator, sie unter Security &gt; Security Rules &gt; Blocked IPs zu entsperren.</translation>
    </message>
    <message>
        <source>The PBX does not accept the session. Sign in again.</source>
        <translation>Die Telefonanlage nimmt die Sitzung nicht an. Melden Sie sich noch einmal an.</translation>
    </message>
    <message>
        <source>The PBX has ended the session. The companion signs in again by itself.</source>
        <translation>Die Telefonanlage hat die Sitzung beendet. Der Companion meldet sich von selbst wieder an.</translation>
    </message>
    <message>
        <source>Client ID or Client Secret is wrong. Check both in the PBX under Integrations &gt; API; after five wrong attempts it blocks this computer.</source>
        <translation>Client ID oder Client Secret ist falsch. Prüfen Sie beide in der Telefonanlage unter Integrations &gt; API; nach fünf falschen Versuchen sperrt sie diesen Computer.</translation>
    </message>
    <message>
        <source>The PBX has an internal error. Try again later.</source>
        <translation>Die Telefonanlage hat einen inneren Fehler. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The PBX&apos;s firmware does not know this function. Ask for an update to 84.21.0.66 or later.</source>
        <translation>Die Firmware der Telefonanlage kennt diese Funktion nicht. Bitten Sie um ein Update auf 84.21.0.66 oder neuer.</translation>
    </message>
    <message>
        <source>The PBX no longer supports this version of its interface. Update the companion.</source>
        <translation>Die Telefonanlage unterstützt diese Fassung ihrer Schnittstelle nicht mehr. Aktualisieren Sie den Companion.</translation>
    </message>
    <message>
        <source>The PBX does not allow this. Ask its administrator for the permission.</source>
        <translation>Die Telefonanlage erlaubt das nicht. Bitten Sie ihren Administrator um das Recht.</translation>
    </message>
    <message>
        <source>The PBX could not do this. The feature may be switched off for your extension.</source>
        <translation>Die Telefonanlage konnte das nicht tun. Vielleicht ist die Funktion für Ihre Nebenstelle ausgeschaltet.</translation>
    </message>
    <message>
        <source>This PBX has no such extension. Check the extension&apos;s number or e-mail address.</source>
        <translation>Diese Telefonanlage hat keine solche Nebenstelle. Prüfen Sie Nummer oder E-Mail-Adresse der Nebenstelle.</translation>
    </message>
    <message>
        <source>All eight sign-ins that the PBX allows at a time are in use. Sign out on a computer that does not need it; the companion tries again in some minutes.</source>
        <translation>Alle acht Anmeldungen, die die Telefonanlage gleichzeitig erlaubt, sind in Gebrauch. Melden Sie sich auf einem Computer ab, der keine braucht; der Companion versucht es in einigen Minuten wieder.</translation>
    </message>
    <message>
        <source>The PBX has reached its limit for this. Try again later.</source>
        <translation>Die Telefonanlage hat hierfür ihre Grenze erreicht. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>The PBX is overloaded just now. Try again in a minute.</source>
        <translation>Die Telefonanlage ist gerade überlastet. Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>The PBX does not allow this computer&apos;s address. Ask its administrator to add it to the allowed addresses under Integrations &gt; API.</source>
        <translation>Die Telefonanlage erlaubt die Adresse dieses Computers nicht. Bitten Sie ihren Administrator, sie unter Integrations &gt; API zu den erlaubten Adressen hinzuzufügen.</translation>
    </message>
    <message>
        <source>The interface of the PBX is switched off. Its administrator switches it on under Integrations &gt; API.</source>
        <translation>Die Schnittstelle der Telefonanlage ist ausgeschaltet. Ihr Administrator schaltet sie unter Integrations &gt; API ein.</translation>
    </message>
    <message>
        <source>The PBX does not know this call any more; it is probably over.</source>
        <translation>Die Telefonanlage kennt diesen Anruf nicht mehr; er ist wohl vorbei.</translation>
    </message>
    <message>
        <source>This PBX cannot do that with this call.</source>
        <translation>Diese Telefonanlage kann das mit diesem Anruf nicht.</translation>
    </message>
    <message>
        <source>The conference is full.</source>
        <translation>Die Konferenz ist voll.</translation>
    </message>
    <message>
        <source>No outside line is available. Try again, or ask the PBX&apos;s administrator.</source>
        <translation>Es ist keine Amtsleitung verfügbar. Versuchen Sie es noch einmal, oder fragen Sie den Administrator der Telefonanlage.</translation>
    </message>
    <message>
        <source>The PBX&apos;s address must begin with https://, or what is said to it could be read on the way.</source>
        <translation>Die Adresse der Telefonanlage muss mit https:// beginnen, sonst könnte unterwegs mitgelesen werden.</translation>
    </message>
    <message>
        <source>This is not an address. A PBX&apos;s address looks like https://pbx.example.com.</source>
        <translation>Das ist keine Adresse. Die Adresse einer Telefonanlage sieht so aus: https://pbx.example.com.</translation>
    </message>
    <message>
        <source>This person asked not to be called. The companion&apos;s window asks whether to call anyway.</source>
        <translation>Diese Person möchte nicht angerufen werden. Das Fenster des Companion fragt, ob trotzdem angerufen werden soll.</translation>
    </message>
    <message>
        <source>The PBX&apos;s phonebook for synchronized contacts holds other contacts. Choose an empty one, or the name of a new one.</source>
        <translation>Das Telefonbuch der Anlage für abgeglichene Kontakte enthält andere Kontakte. Wählen Sie ein leeres oder den Namen eines neuen.</translation>
    </message>
</context>
<context>
    <name>QKeySequenceEdit</name>
    <message>
        <source>Press shortcut</source>
        <translation>Tasten drücken</translation>
    </message>
</context>
<context>
    <name>RecordingErrorText</name>
    <message>
        <source>This call was not recorded.</source>
        <translation>Dieser Anruf wurde nicht aufgenommen.</translation>
    </message>
    <message>
        <source>The PBX has not finished this recording yet. Try again in a minute.</source>
        <translation>Die Telefonanlage ist mit dieser Aufnahme noch nicht fertig. Versuchen Sie es in einer Minute noch einmal.</translation>
    </message>
    <message>
        <source>The PBX no longer has this recording: its time to keep recordings is over, or somebody has deleted it.</source>
        <translation>Die Telefonanlage hat diese Aufnahme nicht mehr: Ihre Frist für Aufnahmen ist vorbei, oder jemand hat sie gelöscht.</translation>
    </message>
    <message>
        <source>You are not signed in to the PBX. Sign in to it in the companion, then try again.</source>
        <translation>Sie sind nicht an der Telefonanlage angemeldet. Melden Sie sich im Companion an und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>This call was recorded by another PBX than the one you are signed in to.</source>
        <translation>Dieser Anruf wurde von einer anderen Telefonanlage aufgenommen als der, an der Sie angemeldet sind.</translation>
    </message>
    <message>
        <source>The companion has no connection to the PBX just now. Check the network and try again.</source>
        <translation>Der Companion hat gerade keine Verbindung zur Telefonanlage. Prüfen Sie das Netz und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The companion on this computer does not know this recording. It plays only for the person who had the call, on the computer where it was logged.</source>
        <translation>Der Companion auf diesem Computer kennt diese Aufnahme nicht. Sie spielt nur für die Person, die den Anruf hatte, auf dem Computer, auf dem er eingetragen wurde.</translation>
    </message>
    <message>
        <source>The player could not be opened, because other programs use its ports. Close some of them and try again.</source>
        <translation>Der Player konnte nicht geöffnet werden, weil andere Programme seine Ports benutzen. Schließen Sie einige davon und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>The PBX does not allow you to play recordings. Ask its administrator for the permission.</source>
        <translation>Die Telefonanlage erlaubt Ihnen nicht, Aufnahmen abzuspielen. Bitten Sie ihren Administrator um das Recht.</translation>
    </message>
</context>
<context>
    <name>RecordingPageText</name>
    <message>
        <source>Recording not available</source>
        <translation>Aufnahme nicht verfügbar</translation>
    </message>
    <message>
        <source>Recording of this call</source>
        <translation>Aufnahme dieses Anrufs</translation>
    </message>
    <message>
        <source>The browser cannot play this recording. Reload the page; if that does not help, save the recording and play it with another program.</source>
        <translation>Der Browser kann diese Aufnahme nicht abspielen. Laden Sie die Seite neu; hilft das nicht, speichern Sie die Aufnahme und spielen Sie sie mit einem anderen Programm.</translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation>Aufnahme speichern</translation>
    </message>
    <message>
        <source>The PBX has not finished this recording yet. It plays here as soon as it is ready.</source>
        <translation>Die Telefonanlage ist mit dieser Aufnahme noch nicht fertig. Sie spielt hier, sobald sie bereit ist.</translation>
    </message>
    <message>
        <source>The recording is being fetched from the PBX…</source>
        <translation>Die Aufnahme wird von der Telefonanlage geholt …</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Recording: %1, %2</source>
        <comment>who, when</comment>
        <translation>Aufnahme: %1, %2</translation>
    </message>
    <message>
        <source>Cloud One Companion · plays on this computer only</source>
        <translation>Cloud One Companion · spielt nur auf diesem Computer</translation>
    </message>
</context>
<context>
    <name>SalesforceErrorText</name>
    <message>
        <source>Access was not granted in the browser. Sign in again and choose Allow.</source>
        <translation>Der Zugriff wurde im Browser nicht erlaubt. Melden Sie sich noch einmal an und wählen Sie „Zulassen“.</translation>
    </message>
    <message>
        <source>Your Salesforce user is locked or frozen. Ask your Salesforce administrator.</source>
        <translation>Ihr Salesforce-Benutzer ist gesperrt oder eingefroren. Fragen Sie Ihren Salesforce-Administrator.</translation>
    </message>
    <message>
        <source>This Salesforce organisation is not active. Ask your Salesforce administrator.</source>
        <translation>Diese Salesforce-Organisation ist nicht aktiv. Fragen Sie Ihren Salesforce-Administrator.</translation>
    </message>
    <message>
        <source>Salesforce does not know this Consumer Key. Check it, and whether the sign-in address belongs to the same organisation; a new app takes up to ten minutes.</source>
        <translation>Salesforce kennt diesen Consumer Key nicht. Prüfen Sie ihn, und ob die Anmeldeadresse zur selben Organisation gehört; eine neue App braucht bis zu zehn Minuten.</translation>
    </message>
    <message>
        <source>The Consumer Secret is wrong or missing. Check it, or let the app do without one.</source>
        <translation>Das Consumer Secret ist falsch oder fehlt. Prüfen Sie es, oder lassen Sie die App ohne auskommen.</translation>
    </message>
    <message>
        <source>You are not approved to use this app. Ask your Salesforce administrator to assign it to you.</source>
        <translation>Sie sind für diese App nicht freigegeben. Bitten Sie Ihren Salesforce-Administrator, sie Ihnen zuzuweisen.</translation>
    </message>
    <message>
        <source>Your organisation has blocked this app. Ask your Salesforce administrator to allow it.</source>
        <translation>Ihre Organisation hat diese App gesperrt. Bitten Sie Ihren Salesforce-Administrator, sie zu erlauben.</translation>
    </message>
    <message>
        <source>The app is not installed in this organisation. Ask your Salesforce administrator to install it.</source>
        <translation>Die App ist in dieser Organisation nicht installiert. Bitten Sie Ihren Salesforce-Administrator, sie zu installieren.</translation>
    </message>
    <message>
        <source>The app does not allow this way to sign in. Ask your Salesforce administrator to enable the authorization code flow.</source>
        <translation>Die App erlaubt diese Art der Anmeldung nicht. Bitten Sie Ihren Salesforce-Administrator, den Authorization Code Flow einzuschalten.</translation>
    </message>
    <message>
        <source>The app lacks a permission. It needs the scopes api, refresh_token and openid; ask your Salesforce administrator to add them.</source>
        <translation>Der App fehlt ein Recht. Sie braucht die Scopes api, refresh_token und openid; bitten Sie Ihren Salesforce-Administrator, sie hinzuzufügen.</translation>
    </message>
    <message>
        <source>Too many sign-ins in a short time. Wait some minutes and try again.</source>
        <translation>Zu viele Anmeldungen in kurzer Zeit. Warten Sie einige Minuten und versuchen Sie es noch einmal.</translation>
    </message>
    <message>
        <source>Salesforce has an internal error. Try again later.</source>
        <translation>Salesforce hat einen inneren Fehler. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Salesforce is not available just now. Try again later.</source>
        <translation>Salesforce ist gerade nicht verfügbar. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>This Salesforce edition, or your profile, has no API access. The companion needs it; ask your Salesforce administrator.</source>
        <translation>Diese Salesforce-Edition oder Ihr Profil hat keinen API-Zugang. Der Companion braucht ihn; fragen Sie Ihren Salesforce-Administrator.</translation>
    </message>
    <message>
        <source>Salesforce has switched the API off for a while. Try again later.</source>
        <translation>Salesforce hat die API eine Zeit lang ausgeschaltet. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Your organisation has used up its API requests of the last 24 hours. Entries are kept and sent later; callers are looked up in the local phonebook.</source>
        <translation>Ihre Organisation hat ihre API-Anfragen der letzten 24 Stunden aufgebraucht. Einträge bleiben hier und werden später gesendet; Anrufer werden im Telefonbuch auf diesem Computer gesucht.</translation>
    </message>
    <message>
        <source>Salesforce has ended the session. Sign in to Salesforce again.</source>
        <translation>Salesforce hat die Sitzung beendet. Melden Sie sich wieder bei Salesforce an.</translation>
    </message>
    <message>
        <source>You may not change this record. Ask its owner or your Salesforce administrator.</source>
        <translation>Sie dürfen diesen Datensatz nicht ändern. Fragen Sie seinen Inhaber oder Ihren Salesforce-Administrator.</translation>
    </message>
    <message>
        <source>You may not link to this record. Choose another one, or ask your Salesforce administrator.</source>
        <translation>Sie dürfen nicht auf diesen Datensatz verweisen. Wählen Sie einen anderen, oder fragen Sie Ihren Salesforce-Administrator.</translation>
    </message>
    <message>
        <source>The record was deleted or merged meanwhile. Choose another one.</source>
        <translation>Der Datensatz wurde inzwischen gelöscht oder zusammengeführt. Wählen Sie einen anderen.</translation>
    </message>
    <message>
        <source>A record like this already exists. Open the existing one, or save anyway if that is allowed.</source>
        <translation>Einen solchen Datensatz gibt es schon. Öffnen Sie den vorhandenen, oder speichern Sie trotzdem, wenn es erlaubt ist.</translation>
    </message>
    <message>
        <source>Somebody else is changing this record just now. Try again in a moment.</source>
        <translation>Jemand anderes ändert diesen Datensatz gerade. Versuchen Sie es gleich noch einmal.</translation>
    </message>
    <message>
        <source>Salesforce took too long over the search. Try again, or type more.</source>
        <translation>Salesforce hat zu lange gesucht. Versuchen Sie es noch einmal, oder tippen Sie mehr.</translation>
    </message>
    <message>
        <source>The record was deleted in Salesforce meanwhile.</source>
        <translation>Der Datensatz wurde inzwischen in Salesforce gelöscht.</translation>
    </message>
    <message>
        <source>Salesforce is not available just now; it may be under maintenance. Try again later.</source>
        <translation>Salesforce ist gerade nicht verfügbar; vielleicht wird es gewartet. Versuchen Sie es später noch einmal.</translation>
    </message>
    <message>
        <source>Your user cannot see one kind of record that is searched. Ask your Salesforce administrator, or take it out of the settings.</source>
        <translation>Ihr Benutzer sieht eine Art von Datensatz nicht, in der gesucht wird. Fragen Sie Ihren Salesforce-Administrator, oder nehmen Sie sie aus den Einstellungen.</translation>
    </message>
    <message>
        <source>A field that is needed is hidden from your user. Ask your Salesforce administrator.</source>
        <translation>Ein nötiges Feld ist für Ihren Benutzer verborgen. Fragen Sie Ihren Salesforce-Administrator.</translation>
    </message>
    <message>
        <source>Your user may not fill a field that is needed. Ask your Salesforce administrator.</source>
        <translation>Ihr Benutzer darf ein nötiges Feld nicht füllen. Fragen Sie Ihren Salesforce-Administrator.</translation>
    </message>
    <message>
        <source>Salesforce does not allow signing in from here, or at this hour. Try again from the office network or within your login hours.</source>
        <translation>Salesforce erlaubt die Anmeldung nicht von hier oder nicht um diese Zeit. Versuchen Sie es aus dem Büronetz oder in Ihren Anmeldezeiten.</translation>
    </message>
    <message>
        <source>Access to the app was taken back. Sign in to Salesforce again.</source>
        <translation>Der Zugriff auf die App wurde zurückgenommen. Melden Sie sich wieder bei Salesforce an.</translation>
    </message>
    <message>
        <source>The sign-in to Salesforce has expired or was taken back. Sign in again; your settings are kept.</source>
        <translation>Die Anmeldung bei Salesforce ist abgelaufen oder wurde zurückgenommen. Melden Sie sich wieder an; Ihre Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>Salesforce did not accept the sign-in. Start it again.</source>
        <translation>Salesforce hat die Anmeldung nicht angenommen. Beginnen Sie noch einmal.</translation>
    </message>
    <message>
        <source>The Salesforce app does not know the companion&apos;s callback address. Register these as callback URLs: %1</source>
        <translation>Die Salesforce-App kennt die Callback-Adresse des Companion nicht. Tragen Sie diese als Callback URLs ein: %1</translation>
    </message>
    <message>
        <source>Salesforce needs more fields. Fill in all that are required.</source>
        <translation>Salesforce braucht mehr Felder. Füllen Sie alle nötigen aus.</translation>
    </message>
    <message>
        <source>Salesforce needs these fields: %1.</source>
        <translation>Salesforce braucht diese Felder: %1.</translation>
    </message>
    <message>
        <source>Nothing came back from the browser in time. If it showed an error, check the Consumer Key and that the app has these callback URLs: %1</source>
        <translation>Vom Browser kam nicht rechtzeitig etwas zurück. Wenn er einen Fehler gezeigt hat, prüfen Sie den Consumer Key und ob die App diese Callback-URLs hat: %1</translation>
    </message>
    <message>
        <source>The sign-in address must begin with https://, or what you type could be read on the way.</source>
        <translation>Die Anmeldeadresse muss mit https:// beginnen, sonst könnte unterwegs mitgelesen werden, was Sie eingeben.</translation>
    </message>
    <message>
        <source>This is not an address. A sign-in address looks like https://login.salesforce.com.</source>
        <translation>Das ist keine Adresse. Eine Anmeldeadresse sieht so aus: https://login.salesforce.com.</translation>
    </message>
    <message>
        <source>The Consumer Key is missing. It is in the settings of the app in Salesforce.</source>
        <translation>Der Consumer Key fehlt. Er steht in Salesforce in den Einstellungen der App.</translation>
    </message>
</context>
<context>
    <name>SettingTexts</name>
    <message>
        <source>Incoming calls</source>
        <translation>Eingehende Anrufe</translation>
    </message>
    <message>
        <source>Outgoing calls</source>
        <translation>Ausgehende Anrufe</translation>
    </message>
    <message>
        <source>Internal calls</source>
        <translation>Interne Anrufe</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Kontakte</translation>
    </message>
    <message>
        <source>Leads</source>
        <translation>Leads</translation>
    </message>
    <message>
        <source>Accounts</source>
        <translation>Accounts</translation>
    </message>
    <message>
        <source>Enable Salesforce &amp;integration</source>
        <translation>Salesforce-&amp;Integration einschalten</translation>
    </message>
    <message>
        <source>Switched off, nothing is looked up, opened or logged; every setting is kept.</source>
        <translation>Ausgeschaltet wird nichts gesucht, geöffnet oder eingetragen; alle Einstellungen bleiben.</translation>
    </message>
    <message>
        <source>&amp;Language</source>
        <translation>&amp;Sprache</translation>
    </message>
    <message>
        <source>Colo&amp;urs</source>
        <translation>&amp;Farben</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Start when I &amp;sign in to this computer</source>
        <translation>&amp;Beim Anmelden an diesem Computer starten</translation>
    </message>
    <message>
        <source>Shortcut: &amp;dial the selected text</source>
        <translation>Kürzel: markierten Text &amp;wählen</translation>
    </message>
    <message>
        <source>Works in every program: select a number, press the keys.</source>
        <translation>Wirkt in jedem Programm: Nummer markieren, Tasten drücken.</translation>
    </message>
    <message>
        <source>Shortcut: go to the call &amp;card</source>
        <translation>Kürzel: zur Anruf&amp;karte</translation>
    </message>
    <message>
        <source>Brings the keyboard to the card of the current call.</source>
        <translation>Bringt die Tastatur zur Karte des laufenden Anrufs.</translation>
    </message>
    <message>
        <source>&amp;Mask phone numbers</source>
        <translation>Telefonnummern &amp;verbergen</translation>
    </message>
    <message>
        <source>Numbers are never shown, logged or searched for while typing; only their last two digits can be seen.</source>
        <translation>Nummern werden nie gezeigt, protokolliert oder beim Tippen gesucht; nur ihre letzten zwei Ziffern sind zu sehen.</translation>
    </message>
    <message>
        <source>T&amp;ype</source>
        <translation>A&amp;rt</translation>
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
        <translation>&amp;Adresse</translation>
    </message>
    <message>
        <source>Client &amp;ID</source>
        <translation>Client &amp;ID</translation>
    </message>
    <message>
        <source>For Asterisk: the ARI user.</source>
        <translation>Bei Asterisk: der ARI-Benutzer.</translation>
    </message>
    <message>
        <source>&amp;Extension or e-mail</source>
        <translation>&amp;Nebenstelle oder E-Mail</translation>
    </message>
    <message>
        <source>Left empty, the extension is found by the e-mail of your Salesforce user.</source>
        <translation>Bleibt das leer, wird die Nebenstelle über die E-Mail Ihres Salesforce-Benutzers gefunden.</translation>
    </message>
    <message>
        <source>Certificate authority &amp;file</source>
        <translation>Datei der &amp;Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Only if the PBX uses a certificate of your own authority (PEM).</source>
        <translation>Nur wenn die Telefonanlage ein Zertifikat Ihrer eigenen Stelle hat (PEM).</translation>
    </message>
    <message>
        <source>Channel &amp;technology (Asterisk)</source>
        <translation>Kanal&amp;technik (Asterisk)</translation>
    </message>
    <message>
        <source>Dialplan conte&amp;xt (Asterisk)</source>
        <translation>Wählplan-Konte&amp;xt (Asterisk)</translation>
    </message>
    <message>
        <source>Salesforce sign-in a&amp;ddress</source>
        <translation>Anmelde&amp;adresse von Salesforce</translation>
    </message>
    <message>
        <source>login.salesforce.com, test.salesforce.com or your My Domain.</source>
        <translation>login.salesforce.com, test.salesforce.com oder Ihre My Domain.</translation>
    </message>
    <message>
        <source>Consumer &amp;Key</source>
        <translation>Consumer &amp;Key</translation>
    </message>
    <message>
        <source>Callback &amp;ports</source>
        <translation>Callback-&amp;Ports</translation>
    </message>
    <message>
        <source>Each is registered in the app as http://localhost:PORT/oauth/callback. The first free one is used.</source>
        <translation>Jeder wird in der App als http://localhost:PORT/oauth/callback eingetragen. Der erste freie wird benutzt.</translation>
    </message>
    <message>
        <source>&amp;Country</source>
        <translation>&amp;Land</translation>
    </message>
    <message>
        <source>How numbers without a country code are read.</source>
        <translation>Wie Nummern ohne Landesvorwahl gelesen werden.</translation>
    </message>
    <message>
        <source>&amp;Area code</source>
        <translation>&amp;Ortsvorwahl</translation>
    </message>
    <message>
        <source>Of this site, without the leading zero; for local numbers dialled without it.</source>
        <translation>Dieses Standorts, ohne die führende Null; für Ortsnummern, die ohne sie gewählt werden.</translation>
    </message>
    <message>
        <source>&amp;Outside line prefix</source>
        <translation>A&amp;mtskennziffer</translation>
    </message>
    <message>
        <source>Dialled before every outside number.</source>
        <translation>Wird vor jeder Nummer nach draußen gewählt.</translation>
    </message>
    <message>
        <source>&amp;Digits of an extension</source>
        <translation>&amp;Stellen einer Nebenstelle</translation>
    </message>
    <message>
        <source>A number or a range, such as 3-5.</source>
        <translation>Eine Zahl oder ein Bereich, etwa 3-5.</translation>
    </message>
    <message>
        <source>&amp;Show the call card</source>
        <translation>Anrufkarte &amp;zeigen</translation>
    </message>
    <message>
        <source>It never takes the keyboard from what you are doing.</source>
        <translation>Sie nimmt Ihnen nie die Tastatur weg.</translation>
    </message>
    <message>
        <source>&amp;Corner of the screen</source>
        <translation>&amp;Ecke des Bildschirms</translation>
    </message>
    <message>
        <source>Bottom right</source>
        <translation>Unten rechts</translation>
    </message>
    <message>
        <source>Bottom left</source>
        <translation>Unten links</translation>
    </message>
    <message>
        <source>Top right</source>
        <translation>Oben rechts</translation>
    </message>
    <message>
        <source>Top left</source>
        <translation>Oben links</translation>
    </message>
    <message>
        <source>&amp;Keep the card after a call</source>
        <translation>Karte nach dem Anruf &amp;behalten</translation>
    </message>
    <message>
        <source>Time to write a note and choose the outcome, in seconds.</source>
        <translation>Zeit für Notiz und Gesprächsergebnis, in Sekunden.</translation>
    </message>
    <message>
        <source>&amp;Ask before a phone link is dialled</source>
        <translation>Vor dem Wählen eines Telefon-Links &amp;fragen</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Immer</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Popup &amp;method</source>
        <translation>&amp;Art des Popups</translation>
    </message>
    <message>
        <source>How the caller&apos;s record opens in the browser.</source>
        <translation>Wie der Datensatz des Anrufers sich im Browser öffnet.</translation>
    </message>
    <message>
        <source>Automatically</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>When I press the CRM label in the card</source>
        <translation>Wenn ich in der Karte auf das CRM-Feld drücke</translation>
    </message>
    <message>
        <source>&amp;Trigger event</source>
        <translation>Auslösendes &amp;Ereignis</translation>
    </message>
    <message>
        <source>When the call rings</source>
        <translation>Wenn es klingelt</translation>
    </message>
    <message>
        <source>When the call is answered</source>
        <translation>Wenn der Anruf angenommen wird</translation>
    </message>
    <message>
        <source>When the call has ended</source>
        <translation>Wenn der Anruf vorbei ist</translation>
    </message>
    <message>
        <source>Open the record for</source>
        <translation>Datensatz öffnen bei</translation>
    </message>
    <message>
        <source>When &amp;several records match</source>
        <translation>Wenn &amp;mehrere Datensätze passen</translation>
    </message>
    <message>
        <source>A choice made in the card is remembered for the number.</source>
        <translation>Eine Wahl in der Karte wird für die Nummer gemerkt.</translation>
    </message>
    <message>
        <source>Let me choose in the card</source>
        <translation>Mich in der Karte wählen lassen</translation>
    </message>
    <message>
        <source>Open the one changed last</source>
        <translation>Den zuletzt geänderten öffnen</translation>
    </message>
    <message>
        <source>Open Salesforce&apos;s search page</source>
        <translation>Die Suchseite von Salesforce öffnen</translation>
    </message>
    <message>
        <source>Search in</source>
        <translation>Suchen in</translation>
    </message>
    <message>
        <source>The first has preference. Drag to change the order, or press Alt with the up or down arrow.</source>
        <translation>Das erste hat Vorrang. Ziehen Sie, um die Reihenfolge zu ändern, oder drücken Sie Alt mit Pfeil auf oder ab.</translation>
    </message>
    <message>
        <source>Al&amp;ways Query CRM</source>
        <translation>CRM i&amp;mmer fragen</translation>
    </message>
    <message>
        <source>Every caller is looked up in Salesforce, and the dial box searches Salesforce while you type. Switched off, Salesforce is only asked for numbers that are not in the phonebook.</source>
        <translation>Jeder Anrufer wird in Salesforce gesucht, und das Wählfeld sucht beim Tippen in Salesforce. Ausgeschaltet wird Salesforce nur nach Nummern gefragt, die nicht im Telefonbuch stehen.</translation>
    </message>
    <message>
        <source>Synchronize contacts automaticall&amp;y</source>
        <translation>Kontakte automatisch a&amp;bgleichen</translation>
    </message>
    <message>
        <source>People you talk to are copied into the phonebook: one way, read-only.</source>
        <translation>Mit wem Sie sprechen, wird ins Telefonbuch übernommen: in eine Richtung, nur zum Lesen.</translation>
    </message>
    <message>
        <source>Synchronize contacts from</source>
        <translation>Kontakte abgleichen aus</translation>
    </message>
    <message>
        <source>Synchronize &amp;to</source>
        <translation>Abgleichen &amp;nach</translation>
    </message>
    <message>
        <source>The phonebook on this computer</source>
        <translation>Das Telefonbuch auf diesem Computer</translation>
    </message>
    <message>
        <source>A phonebook of the PBX</source>
        <translation>Ein Telefonbuch der Telefonanlage</translation>
    </message>
    <message>
        <source>&amp;Name of the phonebook</source>
        <translation>&amp;Name des Telefonbuchs</translation>
    </message>
    <message>
        <source>On the PBX it must be empty or new.</source>
        <translation>In der Telefonanlage muss es leer oder neu sein.</translation>
    </message>
    <message>
        <source>&amp;Create records for unknown numbers</source>
        <translation>Datensätze für unbekannte Nummern &amp;anlegen</translation>
    </message>
    <message>
        <source>Create contact or &amp;lead</source>
        <translation>Kontakt oder &amp;Lead anlegen</translation>
    </message>
    <message>
        <source>Create &amp;method</source>
        <translation>Art des An&amp;legens</translation>
    </message>
    <message>
        <source>Manually, with Add Contact to CRM in the card</source>
        <translation>Von Hand, mit „Kontakt zum CRM hinzufügen“ in der Karte</translation>
    </message>
    <message>
        <source>Automatically, named “Automatic New Contact” and the number</source>
        <translation>Automatisch, benannt „Automatic New Contact“ und die Nummer</translation>
    </message>
    <message>
        <source>Call type</source>
        <translation>Art der Anrufe</translation>
    </message>
    <message>
        <source>&amp;Log calls in Salesforce</source>
        <translation>Anrufe in Salesforce &amp;eintragen</translation>
    </message>
    <message>
        <source>One task for each call with a CRM contact.</source>
        <translation>Ein Task für jeden Anruf mit einem CRM-Kontakt.</translation>
    </message>
    <message>
        <source>S&amp;ubject</source>
        <translation>B&amp;etreff</translation>
    </message>
    <message>
        <source>&amp;Description</source>
        <translation>Be&amp;schreibung</translation>
    </message>
    <message>
        <source>Disable display of &amp;missed call records in unanswered agents</source>
        <translation>Verpasste Anrufe bei nicht annehmenden Agenten nicht &amp;zeigen</translation>
    </message>
    <message>
        <source>A queue&apos;s call that a colleague answered is not logged as missed for you.</source>
        <translation>Ein Anruf einer Warteschlange, den ein Kollege angenommen hat, wird bei Ihnen nicht als verpasst eingetragen.</translation>
    </message>
    <message>
        <source>&amp;Who writes the entry</source>
        <translation>&amp;Wer den Eintrag schreibt</translation>
    </message>
    <message>
        <source>Choose the PBX if its own Salesforce integration logs calls, so that no call is logged twice. Notes are then added to its entry.</source>
        <translation>Wählen Sie die Telefonanlage, wenn deren eigene Salesforce-Integration Anrufe einträgt, damit keiner doppelt steht. Notizen kommen dann zu deren Eintrag.</translation>
    </message>
    <message>
        <source>This companion</source>
        <translation>Dieser Companion</translation>
    </message>
    <message>
        <source>The PBX</source>
        <translation>Die Telefonanlage</translation>
    </message>
    <message>
        <source>&amp;Recording</source>
        <translation>A&amp;ufnahme</translation>
    </message>
    <message>
        <source>A link that plays it on this computer</source>
        <translation>Ein Link, der sie auf diesem Computer abspielt</translation>
    </message>
    <message>
        <source>A link of your own</source>
        <translation>Ein eigener Link</translation>
    </message>
    <message>
        <source>Not mentioned</source>
        <translation>Nicht erwähnt</translation>
    </message>
    <message>
        <source>Address of the re&amp;cording</source>
        <translation>Adresse der Au&amp;fnahme</translation>
    </message>
    <message>
        <source>{{.Recording}} stands for the file&apos;s name.</source>
        <translation>{{.Recording}} steht für den Namen der Datei.</translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://pbx.example.com.</source>
        <translation>Das ist keine Web-Adresse. Sie sieht aus wie https://pbx.example.com.</translation>
    </message>
    <message>
        <source>Enter one or more port numbers from 1 to 65535, with commas between.</source>
        <translation>Geben Sie eine oder mehrere Portnummern von 1 bis 65535 ein, mit Kommas dazwischen.</translation>
    </message>
    <message>
        <source>Enter a number of digits or a range of them, such as 3-5, up to 15.</source>
        <translation>Geben Sie eine Zahl von Stellen oder einen Bereich ein, etwa 3-5, bis 15.</translation>
    </message>
    <message>
        <source>Enter a number from 0 to 86400.</source>
        <translation>Geben Sie eine Zahl von 0 bis 86400 ein.</translation>
    </message>
    <message>
        <source>Choose one of those offered.</source>
        <translation>Wählen Sie etwas vom Angebotenen.</translation>
    </message>
    <message>
        <source>Switch it on or off.</source>
        <translation>Schalten Sie es ein oder aus.</translation>
    </message>
    <message>
        <source>Choose a file that can be read.</source>
        <translation>Wählen Sie eine lesbare Datei.</translation>
    </message>
    <message>
        <source>Enter a country&apos;s code of two letters, such as US or DE.</source>
        <translation>Geben Sie den Code eines Landes mit zwei Buchstaben ein, etwa US oder DE.</translation>
    </message>
    <message>
        <source>Enter digits only.</source>
        <translation>Geben Sie nur Ziffern ein.</translation>
    </message>
    <message>
        <source>This cannot be used. Correct it.</source>
        <translation>Das ist nicht zu gebrauchen. Verbessern Sie es.</translation>
    </message>
    <message>
        <source>Wait &amp;before logging</source>
        <translation>Vor dem &amp;Eintragen warten</translation>
    </message>
    <message>
        <source>In seconds: time to finish the note. What is written later is added.</source>
        <translation>In Sekunden: Zeit, die Notiz fertigzuschreiben. Was später geschrieben wird, wird ergänzt.</translation>
    </message>
    <message>
        <source>This is not a web address, or it names a variable that does not exist.</source>
        <translation>Das ist keine Webadresse, oder sie nennt eine Variable, die es nicht gibt.</translation>
    </message>
    <message>
        <source>For numbers that nobody here knows</source>
        <translation>Bei Nummern, die hier niemand kennt</translation>
    </message>
    <message>
        <source>For numbers that match no contact, lead or account. The card offers Add Contact to CRM even when this is off.</source>
        <translation>Für Nummern, zu denen kein Kontakt, Lead oder Account passt. Die Karte bietet „Kontakt zum CRM hinzufügen“ auch an, wenn das aus ist.</translation>
    </message>
</context>
<context>
    <name>StatusText</name>
    <message>
        <source>Connected, but your organisation&apos;s API requests are used up: %1 of %2 in 24 hours. Log entries wait, and callers are looked up in the phonebook.</source>
        <translation>Verbunden, aber die API-Anfragen Ihrer Organisation sind aufgebraucht: %1 von %2 in 24 Stunden. Protokolleinträge warten, und Anrufer werden im Telefonbuch gesucht.</translation>
    </message>
    <message>
        <source>Connected. Your organisation has used %1 of %2 API requests in 24 hours: only lookups and log entries still go out.</source>
        <translation>Verbunden. Ihre Organisation hat %1 von %2 API-Anfragen in 24 Stunden verbraucht: Nur noch Suchen nach Anrufern und Protokolleinträge gehen hinaus.</translation>
    </message>
    <message>
        <source>Connected. Your organisation has used %1 of %2 API requests in 24 hours: the search while typing has stopped.</source>
        <translation>Verbunden. Ihre Organisation hat %1 von %2 API-Anfragen in 24 Stunden verbraucht: Die Suche beim Tippen ruht.</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Abgemeldet</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindet …</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>Verbunden</translation>
    </message>
    <message>
        <source>Reconnecting…</source>
        <translation>Verbindet wieder …</translation>
    </message>
    <message>
        <source>Not connected</source>
        <translation>Nicht verbunden</translation>
    </message>
    <message>
        <source>Not signed in to the PBX.</source>
        <translation>Nicht an der Telefonanlage angemeldet.</translation>
    </message>
    <message>
        <source>Connecting to the PBX…</source>
        <translation>Verbindet mit der Telefonanlage …</translation>
    </message>
    <message>
        <source>No connection to the PBX since %1; trying again.</source>
        <translation>Keine Verbindung zur Telefonanlage seit %1; neuer Versuch läuft.</translation>
    </message>
    <message>
        <source>No connection to the PBX; trying again.</source>
        <translation>Keine Verbindung zur Telefonanlage; neuer Versuch läuft.</translation>
    </message>
    <message>
        <source>Not connected to the PBX.</source>
        <translation>Nicht mit der Telefonanlage verbunden.</translation>
    </message>
    <message>
        <source>Connected, but the PBX&apos;s firmware %1 is older than 84.21.0.66. Ask for an update.</source>
        <translation>Verbunden, aber die Firmware %1 der Telefonanlage ist älter als 84.21.0.66. Bitten Sie um ein Update.</translation>
    </message>
    <message>
        <source>Connected, but the PBX tells of no calls. Its administrator must switch on the extension&apos;s and the trunks&apos; call status monitor.</source>
        <translation>Verbunden, aber die Telefonanlage meldet keine Anrufe. Ihr Administrator muss den Call Status Monitor der Nebenstelle und der Amtsleitungen einschalten.</translation>
    </message>
    <message>
        <source>Connected.</source>
        <translation>Verbunden.</translation>
    </message>
    <message>
        <source>Connected as %1.</source>
        <translation>Verbunden als %1.</translation>
    </message>
    <message>
        <source>Not signed in to Salesforce.</source>
        <translation>Nicht bei Salesforce angemeldet.</translation>
    </message>
    <message>
        <source>Signing in to Salesforce…</source>
        <translation>Meldet sich bei Salesforce an …</translation>
    </message>
    <message>
        <source>No connection to Salesforce; trying again.</source>
        <translation>Keine Verbindung zu Salesforce; neuer Versuch läuft.</translation>
    </message>
    <message>
        <source>Not connected to Salesforce.</source>
        <translation>Nicht mit Salesforce verbunden.</translation>
    </message>
    <message>
        <source>Connected as %1, %2.</source>
        <translation>Verbunden als %1, %2.</translation>
    </message>
    <message>
        <source>Check the network.</source>
        <translation>Prüfen Sie das Netz.</translation>
    </message>
</context>
<context>
    <name>companion::ActionBar</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>%1 (key %2)</source>
        <translation>%1 (Taste %2)</translation>
    </message>
    <message>
        <source>End</source>
        <comment>the key</comment>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Call back</source>
        <translation>Zurückrufen</translation>
    </message>
</context>
<context>
    <name>companion::AddContactDialog</name>
    <message>
        <source>Add Contact to CRM</source>
        <translation>Kontakt zum CRM hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Contact</source>
        <translation>&amp;Kontakt</translation>
    </message>
    <message>
        <source>L&amp;ead</source>
        <translation>L&amp;ead</translation>
    </message>
    <message>
        <source>Show the &amp;other fields as well</source>
        <translation>Auch die &amp;anderen Felder zeigen</translation>
    </message>
    <message>
        <source>&amp;Open the record after saving</source>
        <translation>Datensatz nach dem Speichern ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Saving</source>
        <translation>Speichert</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>The caller&apos;s number is withheld.</source>
        <translation>Die Nummer des Anrufers ist unterdrückt.</translation>
    </message>
    <message>
        <source>%1 is not in Salesforce yet. Who is it?</source>
        <translation>%1 ist noch nicht in Salesforce. Wer ist das?</translation>
    </message>
    <message>
        <source>Saving…</source>
        <translation>Speichert …</translation>
    </message>
    <message>
        <source>What you typed is kept.</source>
        <translation>Was Sie getippt haben, bleibt.</translation>
    </message>
    <message>
        <source>In Salesforce &amp;already…</source>
        <translation>Schon &amp;in Salesforce…</translation>
    </message>
</context>
<context>
    <name>companion::CallCardWidget</name>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Put the card away</source>
        <translation>Karte weglegen</translation>
    </message>
    <message>
        <source>Put the card away; the call goes on (Esc)</source>
        <translation>Karte weglegen; der Anruf läuft weiter (Esc)</translation>
    </message>
    <message>
        <source>Has asked not to be called</source>
        <translation>Möchte nicht angerufen werden</translation>
    </message>
    <message>
        <source>Not logged, as you wished</source>
        <translation>Nicht eingetragen, wie Sie es wollten</translation>
    </message>
</context>
<context>
    <name>companion::CallDetails</name>
    <message>
        <source>&amp;Call back</source>
        <translation>&amp;Zurückrufen</translation>
    </message>
    <message>
        <source>&amp;Open record</source>
        <translation>Datensatz ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Add contact</source>
        <translation>&amp;Kontakt anlegen</translation>
    </message>
    <message>
        <source>Copy number</source>
        <translation>Nummer kopieren</translation>
    </message>
    <message>
        <source>Salesforce log</source>
        <translation>Eintrag in Salesforce</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Noch &amp;einmal</translation>
    </message>
    <message>
        <source>&amp;Log now</source>
        <translation>&amp;Jetzt eintragen</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>&amp;Play recording</source>
        <translation>Aufnahme ab&amp;spielen</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Anruf</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>Started</source>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Rang</source>
        <translation>Klingelte</translation>
    </message>
    <message>
        <source>Talked</source>
        <translation>Gesprochen</translation>
    </message>
    <message>
        <source>Dialled</source>
        <translation>Gewählt</translation>
    </message>
    <message>
        <source>Answered by</source>
        <translation>Angenommen von</translation>
    </message>
    <message>
        <source>Transferred to</source>
        <translation>Übergeben an</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Gesprächsergebnis</translation>
    </message>
    <message>
        <source>Popup</source>
        <extracomment>Why the record did or did not open</extracomment>
        <translation>Popup</translation>
    </message>
    <message>
        <source>&amp;Follow-up task…</source>
        <translation>&amp;Folgeaufgabe…</translation>
    </message>
    <message>
        <source>&amp;Save…</source>
        <translation>&amp;Speichern…</translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation>Aufnahme speichern</translation>
    </message>
    <message>
        <source>The recording was saved in %1.</source>
        <translation>Die Aufnahme wurde in %1 gespeichert.</translation>
    </message>
    <message>
        <source>Co&amp;mplete</source>
        <translation>&amp;Vervollständigen</translation>
    </message>
    <message>
        <source>Fill in the record that was made by itself</source>
        <translation>Den automatisch angelegten Datensatz ausfüllen</translation>
    </message>
</context>
<context>
    <name>companion::CallList</name>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>No call fits “%1”.</source>
        <translation>Kein Anruf passt zu „%1“.</translation>
    </message>
    <message>
        <source>Names, numbers and notes are searched.</source>
        <translation>Gesucht wird in Namen, Nummern und Notizen.</translation>
    </message>
    <message>
        <source>No missed calls.</source>
        <translation>Keine verpassten Anrufe.</translation>
    </message>
    <message>
        <source>Everything is logged.</source>
        <translation>Alles ist eingetragen.</translation>
    </message>
    <message>
        <source>Calls that still wait to be logged in Salesforce appear here.</source>
        <translation>Anrufe, deren Eintrag in Salesforce noch aussteht, erscheinen hier.</translation>
    </message>
    <message>
        <source>No calls yet.</source>
        <translation>Noch keine Anrufe.</translation>
    </message>
    <message>
        <source>The calls of your extension appear here.</source>
        <translation>Die Anrufe Ihrer Nebenstelle erscheinen hier.</translation>
    </message>
</context>
<context>
    <name>companion::CallNote</name>
    <message>
        <source>O&amp;utcome</source>
        <translation>&amp;Gesprächsergebnis</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Gesprächsergebnis</translation>
    </message>
    <message>
        <source>&amp;Note</source>
        <translation>&amp;Notiz</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note for the log entry</source>
        <translation>Notiz für den Eintrag</translation>
    </message>
    <message>
        <source>No outcome</source>
        <translation>Kein Ergebnis</translation>
    </message>
</context>
<context>
    <name>companion::ConfirmDialDialog</name>
    <message>
        <source>&amp;Call anyway</source>
        <translation>&amp;Trotzdem anrufen</translation>
    </message>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Anrufen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Call this number?</source>
        <translation>Diese Nummer anrufen?</translation>
    </message>
    <message>
        <source>Call %1?</source>
        <translation>%1 anrufen?</translation>
    </message>
    <message>
        <source>The link says: %1</source>
        <translation>Im Link steht: %1</translation>
    </message>
    <message>
        <source>This person asked not to be called.</source>
        <translation>Diese Person möchte nicht angerufen werden.</translation>
    </message>
    <message>
        <source>Salesforce marks the record “Do Not Call”.</source>
        <translation>Salesforce kennzeichnet den Datensatz mit „Do Not Call“.</translation>
    </message>
    <message>
        <source>The number was written with letters or unusual signs. Check it first.</source>
        <translation>Die Nummer war mit Buchstaben oder ungewöhnlichen Zeichen geschrieben. Prüfen Sie sie erst.</translation>
    </message>
    <message>
        <source>This is a code for the phone system.</source>
        <translation>Das ist ein Code für die Telefonanlage.</translation>
    </message>
    <message>
        <source>Such codes can forward your calls or hide your number. Call it only if you expected it.</source>
        <translation>Solche Codes können Ihre Anrufe umleiten oder Ihre Nummer verbergen. Wählen Sie ihn nur, wenn Sie ihn erwartet haben.</translation>
    </message>
</context>
<context>
    <name>companion::CrmFieldInput</name>
    <message>
        <source>Please choose</source>
        <translation>Bitte wählen</translation>
    </message>
    <message>
        <source>For example %1</source>
        <extracomment>%1 is an example of a date.</extracomment>
        <translation>Zum Beispiel %1</translation>
    </message>
</context>
<context>
    <name>companion::CrmPanel</name>
    <message>
        <source>Try again</source>
        <translation>Noch einmal</translation>
    </message>
    <message>
        <source>Add Contact to CRM</source>
        <translation>Kontakt zum CRM hinzufügen</translation>
    </message>
    <message>
        <source>Not this one? See the others</source>
        <translation>Nicht dieser? Die anderen zeigen</translation>
    </message>
    <message>
        <source>Creating the record in Salesforce…</source>
        <translation>Legt den Datensatz in Salesforce an …</translation>
    </message>
    <message>
        <source>Still searching Salesforce…</source>
        <translation>Sucht noch in Salesforce …</translation>
    </message>
    <message>
        <source>Searching Salesforce…</source>
        <translation>Sucht in Salesforce …</translation>
    </message>
    <message>
        <source>Not in Salesforce</source>
        <translation>Nicht in Salesforce</translation>
    </message>
    <message>
        <source>Complete this record</source>
        <translation>Diesen Datensatz vervollständigen</translation>
    </message>
    <message>
        <source>Not added to Salesforce: %1</source>
        <translation>Nicht in Salesforce angelegt: %1</translation>
    </message>
    <message>
        <source>Not added to Salesforce yet: the day&apos;s Salesforce budget is nearly used up. It is added when there is some again.</source>
        <translation>Noch nicht in Salesforce angelegt: Das Salesforce-Kontingent für heute ist fast aufgebraucht. Der Datensatz wird angelegt, sobald wieder etwas davon da ist.</translation>
    </message>
</context>
<context>
    <name>companion::CrmRecordForm</name>
    <message>
        <source>&amp;First name</source>
        <translation>&amp;Vorname</translation>
    </message>
    <message>
        <source>&amp;Last name</source>
        <translation>&amp;Nachname</translation>
    </message>
    <message>
        <source>Compan&amp;y</source>
        <translation>Fi&amp;rma</translation>
    </message>
    <message>
        <source>&amp;Number</source>
        <translation>N&amp;ummer</translation>
    </message>
    <message>
        <source>Enter a last name.</source>
        <translation>Geben Sie einen Nachnamen ein.</translation>
    </message>
    <message>
        <source>Enter the company: a lead needs one.</source>
        <translation>Geben Sie die Firma ein: Ein Lead braucht eine.</translation>
    </message>
    <message>
        <source>Choose one.</source>
        <translation>Wählen Sie etwas.</translation>
    </message>
    <message>
        <source>Salesforce requires this field.</source>
        <translation>Salesforce verlangt dieses Feld.</translation>
    </message>
</context>
<context>
    <name>companion::CrmSignInPage</name>
    <message>
        <source>Sign in &amp;at</source>
        <translation>Anmelden &amp;bei</translation>
    </message>
    <message>
        <source>Production</source>
        <translation>Produktion</translation>
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
        <translation>Wie sie in der Adresszeile des Browsers steht, wenn Sie in Salesforce arbeiten.</translation>
    </message>
    <message>
        <source>Consumer &amp;Key</source>
        <translation>Consumer &amp;Key</translation>
    </message>
    <message>
        <source>Of your organisation&apos;s External Client App, under OAuth Settings.</source>
        <translation>Der External Client App Ihrer Organisation, unter OAuth Settings.</translation>
    </message>
    <message>
        <source>Consumer Sec&amp;ret (optional)</source>
        <translation>Consumer Sec&amp;ret (freiwillig)</translation>
    </message>
    <message>
        <source>Only if the app requires a secret for the web server flow.</source>
        <translation>Nur wenn die App für den Web Server Flow ein Secret verlangt.</translation>
    </message>
    <message>
        <source>Co&amp;py</source>
        <translation>Ko&amp;pieren</translation>
    </message>
    <message>
        <source>Callback &amp;URLs to register in the app</source>
        <translation>Callback &amp;URLs für die App</translation>
    </message>
    <message>
        <source>One for each line; the first free one is used when you sign in.</source>
        <translation>Eine auf jeder Zeile; beim Anmelden wird die erste freie benutzt.</translation>
    </message>
    <message>
        <source>Callback URLs to register in the app</source>
        <translation>Callback URLs für die App</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>Kopiert</translation>
    </message>
    <message>
        <source>&amp;Disconnect…</source>
        <translation>&amp;Trennen …</translation>
    </message>
    <message>
        <source>Ca&amp;ncel</source>
        <translation>A&amp;bbrechen</translation>
    </message>
    <message>
        <source>&amp;Sign in again</source>
        <translation>&amp;Neu anmelden</translation>
    </message>
    <message>
        <source>&amp;Sign in with the browser</source>
        <translation>&amp;Mit dem Browser anmelden</translation>
    </message>
    <message>
        <source>The browser is open. Sign in there and press Allow.</source>
        <translation>Der Browser ist offen. Melden Sie sich dort an und wählen Sie „Zulassen“.</translation>
    </message>
    <message>
        <source>This window follows by itself.</source>
        <translation>Dieses Fenster folgt von selbst.</translation>
    </message>
    <message>
        <source>Signed in as %1.</source>
        <translation>Angemeldet als %1.</translation>
    </message>
    <message>
        <source>Waiting for the browser…</source>
        <translation>Wartet auf den Browser …</translation>
    </message>
    <message>
        <source>Signing in was cancelled.</source>
        <translation>Die Anmeldung wurde abgebrochen.</translation>
    </message>
    <message>
        <source>Enter your organisation&apos;s address, such as https://example.my.salesforce.com.</source>
        <translation>Geben Sie die Adresse Ihrer Organisation ein, etwa https://example.my.salesforce.com.</translation>
    </message>
    <message>
        <source>Enter the Consumer Key of your organisation&apos;s app.</source>
        <translation>Geben Sie den Consumer Key der App Ihrer Organisation ein.</translation>
    </message>
    <message>
        <source>Disconnect from Salesforce</source>
        <translation>Von Salesforce trennen</translation>
    </message>
    <message>
        <source>Disconnect this companion from Salesforce?</source>
        <translation>Diesen Companion von Salesforce trennen?</translation>
    </message>
    <message>
        <source>Its access is revoked, and the Salesforce settings and secrets are cleared. Contacts in the phonebook and the call history stay. To pause only, switch the integration off instead.</source>
        <translation>Sein Zugriff wird widerrufen, und die Salesforce-Einstellungen und Secrets werden gelöscht. Kontakte im Telefonbuch und der Anrufverlauf bleiben. Um nur zu pausieren, schalten Sie stattdessen die Integration aus.</translation>
    </message>
    <message>
        <source>&amp;Disconnect</source>
        <translation>&amp;Trennen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
</context>
<context>
    <name>companion::DiagnoseWindow</name>
    <message>
        <source>Include numbers, names and addresses in the report</source>
        <translation>Nummern, Namen und Adressen in den Bericht aufnehmen</translation>
    </message>
    <message>
        <source>Diagnose</source>
        <translation>Diagnose</translation>
    </message>
    <message>
        <source>&amp;Check again</source>
        <translation>Noch einmal &amp;prüfen</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>Prüfungen</translation>
    </message>
    <message>
        <source>C&amp;opy as text</source>
        <translation>Als &amp;Text kopieren</translation>
    </message>
    <message>
        <source>&amp;Save report…</source>
        <translation>Bericht &amp;speichern …</translation>
    </message>
    <message>
        <source>Everything works.</source>
        <translation>Alles funktioniert.</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) need attention.</source>
        <translation>
            <numerusform>Eine Sache braucht Aufmerksamkeit.</numerusform>
            <numerusform>%n Dinge brauchen Aufmerksamkeit.</numerusform>
        </translation>
    </message>
    <message>
        <source>Version %1 · Qt %2 · %3</source>
        <translation>Version %1 · Qt %2 · %3</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>Braucht Aufmerksamkeit</translation>
    </message>
    <message>
        <source>Works</source>
        <translation>Funktioniert</translation>
    </message>
    <message>
        <source>Folder for the report</source>
        <translation>Ordner für den Bericht</translation>
    </message>
    <message>
        <source>The report is in %1.</source>
        <translation>Der Bericht liegt in %1.</translation>
    </message>
    <message>
        <source>It holds personal data: give it only to whom you trust.</source>
        <translation>Er enthält persönliche Daten: Geben Sie ihn nur, wem Sie vertrauen.</translation>
    </message>
    <message>
        <source>It holds no numbers, names or secrets.</source>
        <translation>Er enthält keine Nummern, Namen oder Secrets.</translation>
    </message>
    <message>
        <source>The report could not be written. Choose another folder, or check the free space.</source>
        <translation>Der Bericht konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner, oder prüfen Sie den freien Platz.</translation>
    </message>
</context>
<context>
    <name>companion::DialBox</name>
    <message>
        <source>&amp;Call</source>
        <translation>&amp;Anrufen</translation>
    </message>
    <message>
        <source>Dial</source>
        <translation>Wählen</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Name oder Nummer</translation>
    </message>
    <message>
        <source>Name or number to call</source>
        <translation>Name oder Nummer zum Anrufen</translation>
    </message>
    <message>
        <source>Suggestions</source>
        <translation>Vorschläge</translation>
    </message>
    <message>
        <source>Enter calls · ↑ and ↓ choose · Esc closes</source>
        <translation>Eingabe ruft an · ↑ und ↓ wählen aus · Esc schließt</translation>
    </message>
    <message>
        <source>Called last</source>
        <translation>Zuletzt angerufen</translation>
    </message>
    <message>
        <source>Nobody called “%1” was found. Type a number instead.</source>
        <translation>Niemand namens „%1“ wurde gefunden. Tippen Sie eine Nummer.</translation>
    </message>
    <message>
        <source>Re&amp;dial</source>
        <translation>Wahl &amp;wiederholen</translation>
    </message>
</context>
<context>
    <name>companion::DialSuggestionModel</name>
    <message>
        <source>Colleague</source>
        <translation>Kollege</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>Nicht anrufen</translation>
    </message>
</context>
<context>
    <name>companion::DuplicateNotice</name>
    <message>
        <source>Open the e&amp;xisting one</source>
        <translation>&amp;Vorhandenen öffnen</translation>
    </message>
    <message>
        <source>Create &amp;anyway</source>
        <translation>&amp;Trotzdem anlegen</translation>
    </message>
    <message>
        <source>Records that exist already</source>
        <translation>Vorhandene Datensätze</translation>
    </message>
    <message>
        <source>Salesforce has a record like this one already.</source>
        <translation>Salesforce hat schon einen solchen Datensatz.</translation>
    </message>
    <message>
        <source>Salesforce has records like this one already.</source>
        <translation>Salesforce hat schon solche Datensätze.</translation>
    </message>
    <message>
        <source>Your organisation does not allow another one.</source>
        <translation>Ihre Organisation erlaubt keinen weiteren.</translation>
    </message>
</context>
<context>
    <name>companion::Field</name>
    <message>
        <source>Set by your organisation.</source>
        <translation>Von Ihrer Organisation festgelegt.</translation>
    </message>
    <message>
        <source>%1 *</source>
        <extracomment>The star marks a field that must be filled in.</extracomment>
        <translation>%1 *</translation>
    </message>
    <message>
        <source>Required.</source>
        <translation>Nötig.</translation>
    </message>
</context>
<context>
    <name>companion::FollowUpDialog</name>
    <message>
        <source>&amp;What is to be done</source>
        <translation>&amp;Was zu tun ist</translation>
    </message>
    <message>
        <source>&amp;Add task</source>
        <translation>&amp;Aufgabe anlegen</translation>
    </message>
    <message>
        <source>Follow-up task</source>
        <translation>Folgeaufgabe</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>%1 anrufen</translation>
    </message>
    <message>
        <source>&amp;Due</source>
        <translation>&amp;Fällig am</translation>
    </message>
    <message>
        <source>The task appears in Salesforce among your open tasks.</source>
        <translation>Die Aufgabe erscheint in Salesforce unter Ihren offenen Aufgaben.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Write what is to be done.</source>
        <translation>Schreiben Sie, was zu tun ist.</translation>
    </message>
</context>
<context>
    <name>companion::HistoryModel</name>
    <message>
        <source>Who</source>
        <extracomment>Heading over the people called</extracomment>
        <translation>Wer</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Salesforce log</source>
        <extracomment>Heading over “Logged”, “Waiting”, …</extracomment>
        <translation>Eintrag in Salesforce</translation>
    </message>
</context>
<context>
    <name>companion::HistoryWindow</name>
    <message>
        <source>Calls</source>
        <translation>Anrufe</translation>
    </message>
    <message>
        <source>&amp;All</source>
        <translation>&amp;Alle</translation>
    </message>
    <message>
        <source>&amp;Missed</source>
        <translation>&amp;Verpasst</translation>
    </message>
    <message>
        <source>Not &amp;logged</source>
        <translation>&amp;Nicht eingetragen</translation>
    </message>
    <message>
        <source>Name, number or note</source>
        <translation>Name, Nummer oder Notiz</translation>
    </message>
    <message>
        <source>Search calls by name, number or note</source>
        <translation>Anrufe nach Name, Nummer oder Notiz suchen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren …</translation>
    </message>
    <message>
        <source>Save the calls shown as a table (CSV)</source>
        <translation>Gezeigte Anrufe als Tabelle speichern (CSV)</translation>
    </message>
    <message>
        <source>Not &amp;logged (%1)</source>
        <extracomment>Calls that still wait to be logged, with their number</extracomment>
        <translation>&amp;Nicht eingetragen (%1)</translation>
    </message>
    <message>
        <source>The calls were saved in %1.</source>
        <translation>Die Anrufe wurden in %1 gespeichert.</translation>
    </message>
    <message>
        <source>The file could not be written. Choose another folder, or check the free space.</source>
        <translation>Die Datei konnte nicht geschrieben werden. Wählen Sie einen anderen Ordner, oder prüfen Sie den freien Platz.</translation>
    </message>
    <message>
        <source>Export calls</source>
        <translation>Anrufe exportieren</translation>
    </message>
    <message>
        <source>Tables (*.csv)</source>
        <translation>Tabellen (*.csv)</translation>
    </message>
    <message>
        <source>calls-%1.csv</source>
        <translation>anrufe-%1.csv</translation>
    </message>
    <message>
        <source>Save recording</source>
        <translation>Aufnahme speichern</translation>
    </message>
</context>
<context>
    <name>companion::LinkStrip</name>
    <message>
        <source>&amp;Sign in…</source>
        <translation>An&amp;melden …</translation>
    </message>
    <message>
        <source>PBX: %1</source>
        <translation>Telefonanlage: %1</translation>
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
        <translation>Keiner davon</translation>
    </message>
    <message>
        <source>Number shared at %1. Who is it?</source>
        <comment>an account&apos;s name</comment>
        <translation>Gemeinsame Nummer von %1. Wer ist es?</translation>
    </message>
    <message>
        <source>Several have this number. Who is it?</source>
        <translation>Mehrere haben diese Nummer. Wer ist es?</translation>
    </message>
</context>
<context>
    <name>companion::NotePanel</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>Note for the log entry</source>
        <translation>Notiz für den Eintrag</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Gesprächsergebnis</translation>
    </message>
    <message>
        <source>Do not log this call</source>
        <translation>Nicht eintragen</translation>
    </message>
    <message>
        <source>No outcome</source>
        <translation>Kein Ergebnis</translation>
    </message>
    <message>
        <source>Follow-up task</source>
        <translation>Folgeaufgabe</translation>
    </message>
</context>
<context>
    <name>companion::PbxSignInPage</name>
    <message>
        <source>Sign &amp;out</source>
        <translation>&amp;Abmelden</translation>
    </message>
    <message>
        <source>&amp;Sign in</source>
        <translation>An&amp;melden</translation>
    </message>
    <message>
        <source>Phone s&amp;ystem</source>
        <translation>&amp;Telefonanlage</translation>
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
        <translation>&amp;Adresse</translation>
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
        <translation>&amp;Nebenstelle oder E-Mail</translation>
    </message>
    <message>
        <source>Your extension&apos;s number, or the e-mail address bound to it. Left empty, it is found by the e-mail of your Salesforce user.</source>
        <translation>Die Nummer Ihrer Nebenstelle oder ihre E-Mail-Adresse. Bleibt das leer, wird sie über die E-Mail Ihres Salesforce-Benutzers gefunden.</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <translation>&amp;Weiteres</translation>
    </message>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Certificate authority &amp;file</source>
        <translation>Datei der &amp;Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Only if the PBX uses a certificate of your own authority (PEM).</source>
        <translation>Nur wenn die Telefonanlage ein Zertifikat Ihrer eigenen Stelle hat (PEM).</translation>
    </message>
    <message>
        <source>Channel &amp;technology</source>
        <translation>Kanal&amp;technik</translation>
    </message>
    <message>
        <source>Dialplan conte&amp;xt</source>
        <translation>Wählplan-Konte&amp;xt</translation>
    </message>
    <message>
        <source>Certificate authority file</source>
        <translation>Datei der Zertifizierungsstelle</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>Zertifikate (*.pem *.crt *.cer);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>ARI &amp;user</source>
        <translation>ARI-&amp;Benutzer</translation>
    </message>
    <message>
        <source>ARI passwo&amp;rd</source>
        <translation>ARI-Passwo&amp;rt</translation>
    </message>
    <message>
        <source>In the PBX&apos;s web portal under Integrations &gt; API.</source>
        <translation>Im Webportal der Telefonanlage unter Integrations &gt; API.</translation>
    </message>
    <message>
        <source>&amp;Sign in again</source>
        <translation>&amp;Neu anmelden</translation>
    </message>
    <message>
        <source>Kept in the system&apos;s key store</source>
        <translation>Liegt im Schlüsselspeicher des Systems</translation>
    </message>
    <message>
        <source>Signing in to the phone system…</source>
        <translation>Meldet sich an der Telefonanlage an …</translation>
    </message>
    <message>
        <source>Firmware %1</source>
        <translation>Firmware %1</translation>
    </message>
    <message>
        <source>Signed in as extension %1.</source>
        <translation>Angemeldet als Nebenstelle %1.</translation>
    </message>
    <message>
        <source>Signed in as %1, extension %2.</source>
        <translation>Angemeldet als %1, Nebenstelle %2.</translation>
    </message>
    <message>
        <source>Enter the address of the phone system.</source>
        <translation>Geben Sie die Adresse der Telefonanlage ein.</translation>
    </message>
    <message>
        <source>This is not a web address. It looks like https://pbx.example.com.</source>
        <translation>Das ist keine Web-Adresse. Sie sieht aus wie https://pbx.example.com.</translation>
    </message>
    <message>
        <source>Enter it as the phone system&apos;s administrator gave it to you.</source>
        <translation>Geben Sie sie so ein, wie der Administrator der Telefonanlage sie Ihnen gegeben hat.</translation>
    </message>
    <message>
        <source>Enter the secret: none is stored for this address.</source>
        <translation>Geben Sie das Secret ein: Für diese Adresse ist keines gespeichert.</translation>
    </message>
</context>
<context>
    <name>companion::PersonDetails</name>
    <message>
        <source>&amp;Open record</source>
        <translation>Datensatz ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Name</translation>
    </message>
    <message>
        <source>N&amp;umbers</source>
        <translation>N&amp;ummern</translation>
    </message>
    <message>
        <source>One on each line.</source>
        <translation>Eine auf jeder Zeile.</translation>
    </message>
    <message>
        <source>&amp;Company</source>
        <translation>&amp;Firma</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>No name</source>
        <translation>Kein Name</translation>
    </message>
    <message>
        <source>Marked “Do not call” in Salesforce.</source>
        <translation>In Salesforce mit „Do not call“ gekennzeichnet.</translation>
    </message>
    <message>
        <source>Last brought up to date: %1.</source>
        <translation>Zuletzt aktualisiert: %1.</translation>
    </message>
    <message>
        <source>CRM: comes from Salesforce and is changed there.</source>
        <translation>CRM: kommt aus Salesforce und wird dort geändert.</translation>
    </message>
    <message>
        <source>CRM: came from Salesforce. Since it was disconnected, it can be edited here.</source>
        <translation>CRM: kam aus Salesforce. Seit der Trennung kann es hier bearbeitet werden.</translation>
    </message>
    <message>
        <source>Call %1</source>
        <translation>%1 anrufen</translation>
    </message>
    <message>
        <source>Give a name.</source>
        <translation>Geben Sie einen Namen ein.</translation>
    </message>
</context>
<context>
    <name>companion::PhonebookModel</name>
    <message>
        <source>No name</source>
        <translation>Kein Name</translation>
    </message>
    <message>
        <source>Do not call</source>
        <translation>Nicht anrufen</translation>
    </message>
</context>
<context>
    <name>companion::PhonebookWindow</name>
    <message>
        <source>Phonebook</source>
        <translation>Telefonbuch</translation>
    </message>
    <message>
        <source>People</source>
        <translation>Personen</translation>
    </message>
    <message>
        <source>Nobody is in the phonebook yet.</source>
        <translation>Noch steht niemand im Telefonbuch.</translation>
    </message>
    <message>
        <source>Switch on contact synchronization in the settings, and the contacts of your calls are kept here.</source>
        <translation>Schalten Sie in den Einstellungen den Kontaktabgleich ein, und die Kontakte Ihrer Anrufe stehen hier.</translation>
    </message>
    <message>
        <source>Nobody called “%1” is in the phonebook.</source>
        <translation>Niemand namens „%1“ steht im Telefonbuch.</translation>
    </message>
    <message>
        <source>Name or number</source>
        <translation>Name oder Nummer</translation>
    </message>
    <message>
        <source>Search the phonebook by name or number</source>
        <translation>Das Telefonbuch nach Namen oder Nummern durchsuchen</translation>
    </message>
</context>
<context>
    <name>companion::PickRecordDialog</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Who is %1?</source>
        <translation>Wer ist %1?</translation>
    </message>
</context>
<context>
    <name>companion::RecordButton</name>
    <message>
        <source>Open %1 %2 in Salesforce</source>
        <comment>kind of record, name</comment>
        <translation>%1 %2 in Salesforce öffnen</translation>
    </message>
    <message>
        <source>Opened at %1</source>
        <translation>Geöffnet um %1</translation>
    </message>
    <message>
        <source>key O</source>
        <translation>Taste O</translation>
    </message>
    <message>
        <source>Choose %1 %2</source>
        <comment>kind of record, name</comment>
        <translation>%1 %2 wählen</translation>
    </message>
    <message>
        <source>key %1</source>
        <translation>Taste %1</translation>
    </message>
    <message>
        <source>owner %1</source>
        <translation>Inhaber %1</translation>
    </message>
    <message>
        <source>active %1</source>
        <comment>last activity: today, 3 days ago</comment>
        <translation>aktiv %1</translation>
    </message>
</context>
<context>
    <name>companion::RecordPicker</name>
    <message>
        <source>Another &amp;record…</source>
        <translation>Anderer Daten&amp;satz …</translation>
    </message>
    <message>
        <source>Which record is this call for?</source>
        <translation>Zu welchem Datensatz gehört dieser Anruf?</translation>
    </message>
    <message>
        <source>Search Salesforce by name</source>
        <translation>In Salesforce nach Namen suchen</translation>
    </message>
    <message>
        <source>Search Salesforce for the record</source>
        <translation>In Salesforce nach dem Datensatz suchen</translation>
    </message>
    <message>
        <source>Salesforce has no record called “%1”. Try fewer letters.</source>
        <translation>Salesforce hat keinen Datensatz namens „%1“. Versuchen Sie es mit weniger Buchstaben.</translation>
    </message>
</context>
<context>
    <name>companion::SettingInput</name>
    <message>
        <source>&amp;Browse…</source>
        <translation>&amp;Durchsuchen …</translation>
    </message>
    <message>
        <source>Choose a file</source>
        <translation>Datei wählen</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>As the system (%1)</source>
        <translation>Wie das System (%1)</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>Seconds, behind a number.</extracomment>
        <translation> s</translation>
    </message>
</context>
<context>
    <name>companion::SettingsWindow</name>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Pages of settings</source>
        <translation>Seiten der Einstellungen</translation>
    </message>
    <message>
        <source>General</source>
        <translation>Allgemein</translation>
    </message>
    <message>
        <source>Appearance</source>
        <translation>Aussehen</translation>
    </message>
    <message>
        <source>Keyboard</source>
        <translation>Tastatur</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>Verbindungen</translation>
    </message>
    <message>
        <source>&amp;Sign in or test…</source>
        <translation>&amp;Anmelden oder prüfen …</translation>
    </message>
    <message>
        <source>Phone system</source>
        <translation>Telefonanlage</translation>
    </message>
    <message>
        <source>Salesforce</source>
        <translation>Salesforce</translation>
    </message>
    <message>
        <source>Calls and card</source>
        <translation>Anrufe und Karte</translation>
    </message>
    <message>
        <source>Phone links</source>
        <translation>Telefon-Links</translation>
    </message>
    <message>
        <source>&amp;Open phone links with this program</source>
        <translation>Telefon-Links mit diesem Programm ö&amp;ffnen</translation>
    </message>
    <message>
        <source>Popup</source>
        <translation>Popup</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Nummern</translation>
    </message>
    <message>
        <source>Try a number</source>
        <translation>Nummer ausprobieren</translation>
    </message>
    <message>
        <source>A number to try</source>
        <translation>Nummer zum Ausprobieren</translation>
    </message>
    <message>
        <source>A number, as someone might write it</source>
        <translation>Eine Nummer, wie jemand sie schreiben könnte</translation>
    </message>
    <message>
        <source>&amp;Try</source>
        <translation>&amp;Ausprobieren</translation>
    </message>
    <message>
        <source>Shows how it is read, what is asked and what is found.</source>
        <translation>Zeigt, wie sie gelesen, was gefragt und was gefunden wird.</translation>
    </message>
    <message>
        <source>Contact synchronization</source>
        <translation>Kontaktabgleich</translation>
    </message>
    <message>
        <source>API calls used</source>
        <translation>Benutzte API-Aufrufe</translation>
    </message>
    <message>
        <source>Creation</source>
        <translation>Anlegen</translation>
    </message>
    <message>
        <source>Call journal</source>
        <translation>Anrufprotokoll</translation>
    </message>
    <message>
        <source>Recordings</source>
        <translation>Aufnahmen</translation>
    </message>
    <message>
        <source>Privacy</source>
        <translation>Datenschutz</translation>
    </message>
    <message>
        <source>Secrets are kept in the system&apos;s key store. Calls, notes and the phonebook stay on this computer, readable by you alone.</source>
        <translation>Secrets liegen im Schlüsselspeicher des Systems. Anrufe, Notizen und Telefonbuch bleiben auf diesem Computer, nur für Sie lesbar.</translation>
    </message>
    <message>
        <source>Log files hold no numbers, names or secrets.</source>
        <translation>Protokolldateien enthalten keine Nummern, Namen oder Secrets.</translation>
    </message>
    <message>
        <source>Enabling “Always Query CRM” will increase API credit consumption. Please monitor your quota.</source>
        <translation>„CRM immer fragen“ verbraucht mehr API-Aufrufe. Bitte behalten Sie Ihr Kontingent im Auge.</translation>
    </message>
    <message>
        <source>The search while typing stays off because numbers are masked.</source>
        <translation>Die Suche beim Tippen bleibt aus, weil Nummern verborgen werden.</translation>
    </message>
    <message>
        <source>The API budget is known after the first question.</source>
        <translation>Das API-Kontingent ist nach der ersten Frage bekannt.</translation>
    </message>
    <message>
        <source>Not signed in to Salesforce.</source>
        <translation>Nicht bei Salesforce angemeldet.</translation>
    </message>
    <message>
        <source>%1 of %2 API calls used in the last 24 hours, by everyone in your organisation.</source>
        <translation>%1 von %2 API-Aufrufen der letzten 24 Stunden benutzt, von allen in Ihrer Organisation.</translation>
    </message>
    <message>
        <source>Only lookups and log entries still go out.</source>
        <translation>Nur Suchen nach Anrufern und Einträge gehen noch hinaus.</translation>
    </message>
    <message>
        <source>The search while typing has stopped to save calls.</source>
        <translation>Die Suche beim Tippen hat aufgehört, um Aufrufe zu sparen.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Phone links in web pages open the companion now.</source>
        <translation>Telefon-Links in Webseiten öffnen jetzt den Companion.</translation>
    </message>
    <message>
        <source>Some systems ask you once more to choose it for them.</source>
        <translation>Manche Systeme fragen noch einmal, welches Programm es sein soll.</translation>
    </message>
</context>
<context>
    <name>companion::SignInPage</name>
    <message>
        <source>Signing in</source>
        <translation>Meldet sich an</translation>
    </message>
    <message>
        <source>Show what is typed</source>
        <translation>Getipptes zeigen</translation>
    </message>
    <message>
        <source>Hide what is typed</source>
        <translation>Getipptes verbergen</translation>
    </message>
</context>
<context>
    <name>companion::SignInWindow</name>
    <message>
        <source>Sign in</source>
        <translation>Anmelden</translation>
    </message>
    <message>
        <source>Connect your phone and Salesforce</source>
        <translation>Telefon und Salesforce verbinden</translation>
    </message>
    <message>
        <source>What to sign in to</source>
        <translation>Wobei angemeldet wird</translation>
    </message>
    <message>
        <source>&amp;Phone system</source>
        <translation>&amp;Telefonanlage</translation>
    </message>
    <message>
        <source>Sales&amp;force</source>
        <translation>Sales&amp;force</translation>
    </message>
    <message>
        <source>All is ready: calls are shown from now on. You can close this window; the companion stays in the tray, with your calls, the phonebook and the settings.</source>
        <translation>Alles ist bereit: Anrufe erscheinen ab jetzt. Dieses Fenster kann zu; alles Weitere hat das Symbol im Infobereich.</translation>
    </message>
    <message>
        <source>Now Salesforce: it tells your e-mail address, by which your extension is found. The phone system then follows by itself.</source>
        <translation>Jetzt Salesforce: Von dort kommt Ihre E-Mail-Adresse, mit der Ihre Nebenstelle gefunden wird. Die Telefonanlage folgt dann von selbst.</translation>
    </message>
    <message>
        <source>The phone system is connected. Now sign in to Salesforce.</source>
        <translation>Die Telefonanlage ist verbunden. Melden Sie sich jetzt bei Salesforce an.</translation>
    </message>
    <message>
        <source>Two steps: the phone system, then Salesforce. Your administrator knows what to enter here.</source>
        <translation>Zwei Schritte: die Telefonanlage, dann Salesforce. Was hier einzugeben ist, weiß Ihr Administrator.</translation>
    </message>
</context>
<context>
    <name>companion::TemplateEditor</name>
    <message>
        <source>Use the default te&amp;xt</source>
        <translation>Den üblichen Te&amp;xt nehmen</translation>
    </message>
    <message>
        <source>Insert a &amp;variable</source>
        <translation>&amp;Variable einfügen</translation>
    </message>
    <message>
        <source>Example: %1</source>
        <translation>Beispiel: %1</translation>
    </message>
    <message>
        <source>This template cannot be read.</source>
        <translation>Diese Vorlage ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Line %1, column %2: %3</source>
        <translation>Zeile %1, Spalte %2: %3</translation>
    </message>
    <message>
        <source>there is no variable %1.</source>
        <translation>Eine Variable %1 gibt es nicht.</translation>
    </message>
    <message>
        <source>“{{” has no “}}” behind it.</source>
        <translation>Hinter „{{“ steht kein „}}“.</translation>
    </message>
    <message>
        <source>this “{{if}}” has no “{{end}}”.</source>
        <translation>Zu diesem „{{if}}“ fehlt „{{end}}“.</translation>
    </message>
    <message>
        <source>this has no “{{if}}” before it.</source>
        <translation>Davor fehlt „{{if}}“.</translation>
    </message>
    <message>
        <source>conditions are nested too deep.</source>
        <translation>Bedingungen sind zu tief verschachtelt.</translation>
    </message>
    <message>
        <source>only variables, {{if}}, {{else}} and {{end}} are understood.</source>
        <translation>Nur Variablen, {{if}}, {{else}} und {{end}} werden verstanden.</translation>
    </message>
</context>
<context>
    <name>companion::TransferPanel</name>
    <message>
        <source>Colleague or number</source>
        <translation>Kollege oder Nummer</translation>
    </message>
    <message>
        <source>Colleagues</source>
        <translation>Kollegen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Speak with them first, then hand the call over</source>
        <translation>Erst mit ihnen sprechen, dann den Anruf übergeben</translation>
    </message>
    <message>
        <source>No colleague is called that. Type a number instead.</source>
        <translation>So heißt hier niemand. Geben Sie eine Nummer ein.</translation>
    </message>
    <message>
        <source>No colleague has this number. It is dialled as you type it.</source>
        <translation>Diese Nummer hat hier niemand. Sie wird so gewählt, wie Sie sie eingeben.</translation>
    </message>
</context>
<context>
    <name>companion::TrayIcon</name>
    <message>
        <source>&amp;Dial…</source>
        <translation>&amp;Wählen …</translation>
    </message>
    <message>
        <source>&amp;Phonebook…</source>
        <translation>&amp;Telefonbuch …</translation>
    </message>
    <message>
        <source>Pause Salesforce &amp;integration</source>
        <translation>Salesforce-&amp;Integration pausieren</translation>
    </message>
    <message>
        <source>&amp;Settings…</source>
        <translation>&amp;Einstellungen …</translation>
    </message>
    <message>
        <source>Dia&amp;gnose…</source>
        <translation>&amp;Diagnose …</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state of a call, who</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>PBX: %1</source>
        <translation>Telefonanlage: %1</translation>
    </message>
    <message>
        <source>Salesforce: paused</source>
        <translation>Salesforce: pausiert</translation>
    </message>
    <message>
        <source>Salesforce: %1</source>
        <translation>Salesforce: %1</translation>
    </message>
    <message>
        <source>&amp;History… (%1 to be logged)</source>
        <translation>&amp;Verlauf … (%1 einzutragen)</translation>
    </message>
    <message>
        <source>&amp;History…</source>
        <translation>&amp;Verlauf …</translation>
    </message>
    <message>
        <source>Sign out of the PBX</source>
        <translation>Von der Telefonanlage abmelden</translation>
    </message>
    <message>
        <source>Sign in to the PBX…</source>
        <translation>An der Telefonanlage anmelden …</translation>
    </message>
    <message>
        <source>Sign out of Salesforce…</source>
        <translation>Von Salesforce abmelden …</translation>
    </message>
    <message>
        <source>Sign in to Salesforce…</source>
        <translation>Bei Salesforce anmelden …</translation>
    </message>
    <message>
        <source>Cloud One Companion</source>
        <translation>Cloud One Companion</translation>
    </message>
    <message>
        <source>Calls waiting to be logged: %1</source>
        <translation>Anrufe, deren Eintrag aussteht: %1</translation>
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
        <translation>Telefonanlage: %1</translation>
    </message>
    <message>
        <source>Salesforce: paused</source>
        <translation>Salesforce: pausiert</translation>
    </message>
    <message>
        <source>Salesforce: %1</source>
        <translation>Salesforce: %1</translation>
    </message>
</context>
</TS>
