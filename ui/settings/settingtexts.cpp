// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/settings/settingtexts.h"

#include "app/core/settings.h"

#include <QCoreApplication>
#include <QHash>

namespace companion::text {

using namespace Qt::StringLiterals;

namespace {

    struct SettingTexts
    {
        Q_DECLARE_TR_FUNCTIONS(SettingTexts)

    public:
        using Texts = QHash<QString, SettingText>;
        using Choices = QList<std::pair<QString, QString>>;

        static Choices directions()
        {
            return {{u"inbound"_s, tr("Incoming calls")},
                    {u"outbound"_s, tr("Outgoing calls")},
                    {u"internal"_s, tr("Internal calls")}};
        }

        static Choices objects()
        {
            return {{u"Contact"_s, tr("Contacts")},
                    {u"Lead"_s, tr("Leads")},
                    {u"Account"_s, tr("Accounts")}};
        }

        static void addGeneral(Texts& texts)
        {
            texts[u"integration.enabled"_s] = {
                tr("Enable Salesforce &integration"),
                tr("Switched off, nothing is looked up, opened or logged; every setting is kept.")};
            texts[u"ui.language"_s] = {tr("&Language")};
            texts[u"ui.theme"_s] = {tr("Colo&urs"),
                                    {},
                                    {{u"system"_s, tr("As the system")},
                                     {u"light"_s, tr("Light")},
                                     {u"dark"_s, tr("Dark")}}};
            texts[u"app.autostart"_s] = {tr("Start when I &sign in to this computer")};
            texts[u"dial.hotkey"_s] = {
                tr("Shortcut: &dial the selected text"),
                tr("Works in every program: select a number, press the keys.")};
            texts[u"card.hotkey"_s] = {tr("Shortcut: go to the call &card"),
                                       tr("Brings the keyboard to the card of the current call.")};
            texts[u"privacy.maskNumbers"_s] = {
                tr("&Mask phone numbers"),
                tr("Numbers are never shown, logged or searched for while typing; only their last "
                   "two digits can be seen.")};
        }

        static void addConnections(Texts& texts)
        {
            texts[u"pbx.kind"_s] = {
                tr("T&ype"),
                {},
                {{u"cloudone"_s, tr("Cloud One BCS")}, {u"asterisk"_s, tr("Asterisk")}}};
            texts[u"pbx.url"_s] = {tr("&Address")};
            texts[u"pbx.clientId"_s] = {tr("Client &ID"), tr("For Asterisk: the ARI user.")};
            texts[u"pbx.extension"_s] = {
                tr("&Extension or e-mail"),
                tr("Left empty, the extension is found by the e-mail of your Salesforce user.")};
            texts[u"pbx.caFile"_s] = {
                tr("Certificate authority &file"),
                tr("Only if the PBX uses a certificate of your own authority (PEM).")};
            texts[u"pbx.asterisk.technology"_s] = {tr("Channel &technology (Asterisk)")};
            texts[u"pbx.asterisk.context"_s] = {tr("Dialplan conte&xt (Asterisk)")};
            texts[u"salesforce.loginUrl"_s] = {
                tr("Salesforce sign-in a&ddress"),
                tr("login.salesforce.com, test.salesforce.com or your My Domain.")};
            texts[u"salesforce.clientId"_s] = {tr("Consumer &Key")};
            texts[u"salesforce.redirectPorts"_s] = {
                tr("Callback &ports"),
                tr("Each is registered in the app as http://localhost:PORT/oauth/callback. The "
                   "first free one is used.")};
        }

        static void addNumbers(Texts& texts)
        {
            texts[u"numbers.region"_s] = {tr("&Country"),
                                          tr("How numbers without a country code are read.")};
            texts[u"numbers.areaCode"_s] = {tr("&Area code"),
                                            tr("Of this site, without the leading zero; for local "
                                               "numbers dialled without it.")};
            texts[u"numbers.outsidePrefix"_s] = {tr("&Outside line prefix"),
                                                 tr("Dialled before every outside number.")};
            texts[u"numbers.extensionLengths"_s] = {tr("&Digits of an extension"),
                                                    tr("A number or a range, such as 3-5.")};
        }

        static void addCalls(Texts& texts)
        {
            texts[u"card.show"_s] = {tr("&Show the call card"),
                                     tr("It never takes the keyboard from what you are doing.")};
            texts[u"card.corner"_s] = {tr("&Corner of the screen"),
                                       {},
                                       {{u"bottomRight"_s, tr("Bottom right")},
                                        {u"bottomLeft"_s, tr("Bottom left")},
                                        {u"topRight"_s, tr("Top right")},
                                        {u"topLeft"_s, tr("Top left")}}};
            texts[u"card.keepSeconds"_s] = {
                tr("&Keep the card after a call"),
                tr("Time to write a note and choose the outcome, in seconds.")};
            texts[u"dial.confirmLinks"_s] = {
                tr("&Ask before a phone link is dialled"),
                {},
                {{u"unknown"_s, tr("For numbers that nobody here knows")},
                 {u"always"_s, tr("Always")},
                 {u"never"_s, tr("Never")}}};
            texts[u"popup.method"_s] = {
                tr("Popup &method"),
                tr("How the caller's record opens in the browser."),
                {{u"automatic"_s, tr("Automatically")},
                 {u"manual"_s, tr("When I press the CRM label in the card")},
                 {u"off"_s, tr("Never")}}};
            texts[u"popup.trigger"_s] = {tr("&Trigger event"),
                                         {},
                                         {{u"ringing"_s, tr("When the call rings")},
                                          {u"answered"_s, tr("When the call is answered")},
                                          {u"callEnd"_s, tr("When the call has ended")}}};
            texts[u"popup.directions"_s] = {tr("Open the record for"), {}, directions()};
            texts[u"popup.whenSeveral"_s] = {
                tr("When &several records match"),
                tr("A choice made in the card is remembered for the number."),
                {{u"ask"_s, tr("Let me choose in the card")},
                 {u"newest"_s, tr("Open the one changed last")},
                 {u"searchPage"_s, tr("Open Salesforce's search page")}}};
        }

        static void addCrm(Texts& texts)
        {
            texts[u"crm.objects"_s] = {tr("Search in"),
                                       tr("The first has preference. Drag to change the order, or "
                                          "press Alt with the up or down arrow."),
                                       objects()};
            texts[u"crm.alwaysQuery"_s] = {
                tr("Al&ways Query CRM"),
                tr("Every caller is looked up in Salesforce, and the dial box searches Salesforce "
                   "while you type. Switched off, Salesforce is only asked for numbers that are "
                   "not in the phonebook.")};
            texts[u"sync.enabled"_s] = {
                tr("Synchronize contacts automaticall&y"),
                tr("People you talk to are copied into the phonebook: one way, read-only.")};
            texts[u"sync.objects"_s] = {tr("Synchronize contacts from"), {}, objects()};
            texts[u"sync.target"_s] = {tr("Synchronize &to"),
                                       {},
                                       {{u"local"_s, tr("The phonebook on this computer")},
                                        {u"pbx"_s, tr("A phonebook of the PBX")}}};
            texts[u"sync.phonebook"_s] = {tr("&Name of the phonebook"),
                                          tr("On the PBX it must be empty or new.")};
            texts[u"create.enabled"_s] = {tr("&Create records for unknown numbers"),
                                          tr("For numbers that match no contact, lead or account. "
                                             "The card offers Add Contact "
                                             "to CRM even when this is off.")};
            texts[u"create.object"_s] = {
                tr("Create contact or &lead"),
                {},
                {{u"Contact"_s, tr("Contacts")}, {u"Lead"_s, tr("Leads")}}};
            texts[u"create.method"_s] = {
                tr("Create &method"),
                {},
                {{u"manual"_s, tr("Manually, with Add Contact to CRM in the card")},
                 {u"automatic"_s,
                  tr("Automatically, named “Automatic New Contact” and the number")}}};
            texts[u"create.callTypes"_s] = {tr("Call type"), {}, directions().mid(0, 2)};
        }

        static void addJournal(Texts& texts)
        {
            texts[u"journal.enabled"_s] = {tr("&Log calls in Salesforce"),
                                           tr("One task for each call with a CRM contact.")};
            texts[u"journal.subject"_s] = {tr("S&ubject")};
            texts[u"journal.description"_s] = {tr("&Description")};
            texts[u"journal.wrapUpSeconds"_s] = {
                tr("Wait &before logging"),
                tr("In seconds: time to finish the note. What is written later is added.")};
            texts[u"journal.skipMissedInUnansweredAgents"_s] = {
                tr("Disable display of &missed call records in unanswered agents"),
                tr("A queue's call that a colleague answered is not logged as missed for you.")};
            texts[u"journal.writer"_s] = {
                tr("&Who writes the entry"),
                tr("Choose the PBX if its own Salesforce integration logs calls, so that no call "
                   "is logged twice. Notes are then added to its entry."),
                {{u"companion"_s, tr("This companion")}, {u"pbx"_s, tr("The PBX")}}};
            texts[u"journal.recordingLink"_s] = {
                tr("&Recording"),
                {},
                {{u"player"_s, tr("A link that plays it on this computer")},
                 {u"url"_s, tr("A link of your own")},
                 {u"none"_s, tr("Not mentioned")}}};
            texts[u"journal.recordingUrl"_s] = {tr("Address of the re&cording"),
                                                tr("{{.Recording}} stands for the file's name.")};
        }

        static Texts all()
        {
            Texts texts;
            addGeneral(texts);
            addConnections(texts);
            addNumbers(texts);
            addCalls(texts);
            addCrm(texts);
            addJournal(texts);
            return texts;
        }

        static QString problem(const QString& key, SettingKind kind)
        {
            switch (kind) {
            case SettingKind::Url:
                return tr("This is not a web address. It looks like https://pbx.example.com.");
            case SettingKind::Ports:
                return tr("Enter one or more port numbers from 1 to 65535, with commas between.");
            case SettingKind::DigitRange:
                return tr("Enter a number of digits or a range of them, such as 3-5, up to 15.");
            case SettingKind::Integer:
                return tr("Enter a number from 0 to 86400.");
            case SettingKind::List:
            case SettingKind::Choice:
                return tr("Choose one of those offered.");
            case SettingKind::Boolean:
                return tr("Switch it on or off.");
            case SettingKind::FilePath:
                return tr("Choose a file that can be read.");
            case SettingKind::Text:
                break;
            }
            if (key == "numbers.region"_L1)
                return tr("Enter a country's code of two letters, such as US or DE.");
            if (key.startsWith("numbers."_L1))
                return tr("Enter digits only.");
            if (key == "journal.recordingUrl"_L1)
                return tr("This is not a web address, or it names a variable that does not exist.");
            return tr("This cannot be used. Correct it.");
        }
    };

} // namespace

SettingText settingText(const QString& key)
{
    const auto texts = SettingTexts::all(); // not kept: the language may change
    return texts.value(key, {.label = key});
}

QString settingProblem(const QString& key)
{
    const auto* spec = findSetting(key);
    return SettingTexts::problem(key, spec ? spec->kind : SettingKind::Text);
}

} // namespace companion::text
