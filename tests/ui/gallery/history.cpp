// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/gallery/gallery.h"
#include "ui/dialogs/diagnosewindow.h"
#include "ui/history/historywindow.h"
#include "ui/history/phonebookwindow.h"

#include <QJsonArray>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QTableView>

namespace companion::gallery {

using namespace Qt::StringLiterals;

namespace {

    CrmMatch person(const QString& object, const QString& id, const QString& name,
                    const QString& account, const QString& phone)
    {
        return {.record = {.object = object, .id = id},
                .name = name,
                .account = account,
                .title = object == "Contact"_L1 ? u"Head of Purchasing"_s : QString(),
                .email = u"someone@example.com"_s,
                .owner = u"Maja Lindqvist"_s,
                .phone = phone,
                .phones = {phone, u"+49 30 901820"_s}};
    }

    HistoryRow call(int minutesAgo, CallResult result, const QString& number,
                    const std::optional<CrmMatch>& who, JournalState journal)
    {
        HistoryRow row;
        row.call.id = QString::number(minutesAgo);
        row.call.phase = CallPhase::Ended;
        row.call.remoteNumber = number;
        row.call.extension = u"1001"_s;
        row.call.result = result;
        row.call.startedAt = QDateTime::currentDateTime().addSecs(-60LL * minutesAgo);
        row.call.endedAt = row.call.startedAt.addSecs(200);
        if (result == CallResult::Answered) {
            row.call.answeredAt = row.call.startedAt.addSecs(8);
            row.call.talkSeconds = 192;
        }
        if (who) {
            row.matches = {*who};
            row.chosen = who->record;
            row.crm = CrmState::Found;
        } else {
            row.crm = CrmState::Unknown;
            row.why = Reason::NoMatch;
        }
        row.journal = journal;
        return row;
    }

    QList<HistoryRow> calls()
    {
        const auto anna = person(u"Contact"_s, u"003A"_s, u"Anna Bergström"_s,
                                 u"Nordwind Energi AB"_s, u"+1 415-555-0101"_s);
        const auto lead = person(u"Lead"_s, u"00QA"_s, u"Łukasz Wójcik"_s,
                                 u"Młyn Kraków sp. z o.o."_s, u"+48 12 555 01 02"_s);
        const auto arabic = person(u"Contact"_s, u"003C"_s, u"محمد بن عبد الله الأحمد"_s,
                                   u"شركة الشمال"_s, u"+971 4 555 0103"_s);
        auto first = call(3, CallResult::Answered, u"+14155550101"_s, anna, JournalState::Written);
        first.call.queue = u"Support"_s;
        first.call.did = u"+14155559000"_s;
        first.call.recording = u"20260101-1.wav"_s;
        first.note = u"Wants the offer for 40 seats by Friday.\nAsk Liam about the discount."_s;
        first.outcome = u"Interested"_s;
        first.why = Reason::Popped;
        auto several =
            call(25, CallResult::Answered, u"+14155550133"_s, {}, JournalState::NeedsChoice);
        several.crm = CrmState::Several;
        several.why = Reason::SeveralMatches;
        several.matches = {
            person(u"Contact"_s, u"0031"_s, u"Anna Bergström"_s, u"Nordwind Energi AB"_s, {}),
            person(u"Lead"_s, u"00Q1"_s, u"A. Bergstrom"_s, u"Bergstrom Consulting"_s, {}),
            person(u"Account"_s, u"0019"_s, u"Harbour Hotel"_s, {}, {})};
        auto refused =
            call(48, CallResult::Answered, u"+48125550102"_s, lead, JournalState::Failed);
        refused.journalDetail = u"Call outcome: choose a value from the list."_s;
        refused.call.direction = CallDirection::Outbound;
        refused.call.origin = CallOrigin::Own;
        auto missed = call(61, CallResult::Missed, u"+49301234567"_s, {}, JournalState::None);
        auto dealt = call(95, CallResult::Missed, u"+14155550101"_s, anna, JournalState::Queued);
        dealt.isDealtWith = true;
        dealt.journalDetail = u"No connection to Salesforce."_s;
        auto busy = call(190, CallResult::Busy, u"+971045550103"_s, arabic, JournalState::Written);
        busy.call.direction = CallDirection::Outbound;
        auto internal = call(700, CallResult::Answered, u"1003"_s, {}, JournalState::None);
        internal.call.direction = CallDirection::Internal;
        internal.call.remoteName = u"Jonas Weber"_s;
        internal.crm = CrmState::None;
        auto withheld = call(1500, CallResult::Voicemail, {}, {}, JournalState::None);
        withheld.call.isWithheld = true;
        auto elsewhere =
            call(3000, CallResult::AnsweredElsewhere, u"+14155550101"_s, anna, JournalState::None);
        elsewhere.doNotLog = true;
        QList<HistoryRow> rows{first, several,  refused,  missed,   dealt,
                               busy,  internal, withheld, elsewhere};
        for (int day = 4; day < 24; ++day)
            rows.append(call(day * 1440, CallResult::Answered, u"+14155550101"_s, anna,
                             JournalState::Written));
        return rows;
    }

    std::unique_ptr<QWidget> history(int selected, int pending = 3)
    {
        auto window = std::make_unique<HistoryWindow>();
        window->setStatus(
            {.state = LinkState::Connected, .extension = u"1001"_s, .name = u"Maja Lindqvist"_s},
            {.state = LinkState::Connected,
             .user = u"Maja Lindqvist"_s,
             .organization = u"Nordwind Energi"_s});
        window->setPending(pending);
        window->setOutcomes({u"Interested"_s, u"Call back"_s, u"Not interested"_s});
        window->setRows(calls());
        window->resize(1120, 700); // whatever the screen's size
        window->show();
        if (selected >= 0)
            window->findChild<QTableView*>(u"calls"_s)->selectRow(selected);
        return window;
    }

    QList<Exhibit> histories()
    {
        return {
            {u"history-answered"_s,
             [] {
                 return history(0);
             }},
            {u"history-needs-choice"_s,
             [] {
                 return history(1);
             }},
            {u"history-refused"_s,
             [] {
                 return history(2);
             }},
            {u"history-missed"_s,
             [] {
                 return history(3);
             }},
            {u"history-internal"_s,
             [] {
                 return history(6);
             }},
            {u"history-withheld"_s,
             [] {
                 return history(7);
             }},
            {u"history-list-only"_s,
             [] {
                 return history(-1, 0);
             }},
            {u"history-narrow"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto window = history(0);
                 window->resize(window->minimumSize() + QSize(0, 300));
                 return window;
             }},
            {u"history-empty"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto window = std::make_unique<HistoryWindow>();
                 window->setStatus({.state = LinkState::Reconnecting,
                                    .problem = Error{.kind = Error::Kind::Offline, .detail = {}}},
                                   {});
                 window->setRows({});
                 return window;
             }},
            {u"history-nothing-found"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto window = std::make_unique<HistoryWindow>();
                 window->findChild<QLineEdit*>(u"search"_s)->setText(u"Zaphod"_s);
                 window->setRows({});
                 return window;
             }},
        };
    }

    std::unique_ptr<PhonebookWindow> phonebook(bool isReadOnly)
    {
        auto window = std::make_unique<PhonebookWindow>();
        QList<PhonebookEntry> entries;
        const QStringList names{u"Anna Bergström"_s, u"Bob Jensen"_s,  u"Chen Wei"_s,
                                u"山田太郎"_s,       u"محمد الأحمد"_s, u"Liam O’Brien"_s,
                                u"Sofia Rossi"_s,    u"Jonas Weber"_s, u"Łukasz Wójcik"_s,
                                u"Harbour Hotel"_s,  u"Zoë Ødegård"_s};
        int index = 0;
        for (const auto& name : names) {
            auto match =
                person(index % 4 == 1 ? u"Lead"_s : u"Contact"_s, u"003%1"_s.arg(index), name,
                       u"Nordwind Energi AB"_s, u"+1 415-555-01%1"_s.arg(10 + index));
            match.doNotCall = index == 2;
            entries.append({.match = match,
                            .isReadOnly = isReadOnly,
                            .syncedAt = QDateTime::currentDateTime().addDays(-1)});
            ++index;
        }
        window->setEntries(entries);
        window->show();
        window->findChild<QListView*>(u"people"_s)
            ->setCurrentIndex(window->findChild<QListView*>(u"people"_s)->model()->index(2, 0));
        return window;
    }

    QJsonObject check(const QString& title, bool good, const QString& text, const QString& advice)
    {
        return {{u"title"_s, title},
                {u"state"_s, good ? u"ok"_s : u"problem"_s},
                {u"text"_s, text},
                {u"advice"_s, advice}};
    }

    std::unique_ptr<QWidget> diagnosis(bool good)
    {
        QJsonArray checks{
            check(u"PBX"_s, true, u"Connected as Maja Lindqvist."_s, {}),
            check(u"Salesforce"_s, true, u"Connected as Maja Lindqvist, Nordwind Energi."_s, {})};
        if (!good) {
            checks.append(check(
                u"PBX events"_s, false, u"Signed in, but no event has ever arrived."_s,
                u"In the PBX under Integrations > API > Advanced, switch on Call Status Monitor "
                "for this extension and the trunks."_s));
            checks.append(check(
                u"Key store"_s, false,
                u"The system's key store cannot be reached: secrets are kept for this run only."_s,
                u"Start a key store such as gnome-keyring or KWallet."_s));
        }
        auto window = std::make_unique<DiagnoseWindow>();
        window->setChecks({{u"version"_s, u"0.1.0"_s},
                           {u"qt"_s, u"6.4.2"_s},
                           {u"system"_s, u"Debian GNU/Linux 12"_s},
                           {u"checks"_s, checks}});
        if (good)
            window->showReport(u"/home/maja/cloudone-companion-report-20260101-120000"_s, Done{});
        return window;
    }

    QList<Exhibit> others()
    {
        return {
            {u"phonebook"_s,
             []() -> std::unique_ptr<QWidget> {
                 return phonebook(true);
             }},
            {u"phonebook-editable"_s,
             []() -> std::unique_ptr<QWidget> {
                 return phonebook(false);
             }},
            {u"phonebook-editing"_s,
             []() -> std::unique_ptr<QWidget> {
                 auto window = phonebook(false);
                 window->findChild<QPushButton*>(u"edit"_s)->click();
                 window->findChild<QLineEdit*>(u"editName"_s)->clear();
                 window->findChild<QPushButton*>(u"save"_s)->click();
                 return window;
             }},
            {u"phonebook-empty"_s,
             []() -> std::unique_ptr<QWidget> {
                 return std::make_unique<PhonebookWindow>();
             }},
            {u"diagnose-problems"_s,
             [] {
                 return diagnosis(false);
             }},
            {u"diagnose-good"_s,
             [] {
                 return diagnosis(true);
             }},
        };
    }

    const AddRoom historyRoom(histories);
    const AddRoom otherRoom(others);

} // namespace

} // namespace companion::gallery
