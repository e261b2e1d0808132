// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-outbox [ENTRIES]: what it costs the interface that a night's entries (5,000) are found
// again at the start and sent. The database, the flows, the client and the open history window are
// the program's own; only the wire is played. Prints `name value unit`, and fails when the
// interface's thread works longer without a turn of its event loop than a frame of the screen
// lasts. That is reckoned in its own processor time, as in bench-burst; the clock's is printed as
// well.
#include "app/flow/callflow.h"
#include "app/flow/journalflow.h"
#include "app/flow/lookupflow.h"
#include "app/salesforce/salesforceclient.h"
#include "app/storage/database.h"
#include "app/storage/tables.h"
#include "tests/bench/playedorg.h"
#include "tests/bench/turns.h"
#include "tests/support/fakehttptransport.h"
#include "tests/support/fakesecretstore.h"
#include "ui/history/historywindow.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTimer>

#include <cstdio>
#include <memory>

using namespace companion;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using test::FakeHttpTransport;

namespace {

constexpr int contacts = 900;
constexpr double budget = 16; // ms
constexpr auto limit = 120s;

HistoryRow callOf(int i)
{
    HistoryRow row;
    row.call.id = u"1767603600.%1"_s.arg(i);
    row.call.serial = u"3631A2107654"_s;
    row.call.extension = u"1001"_s;
    row.call.remoteNumber = u"+1415555%1"_s.arg(i % contacts, 4, 10, '0'_L1);
    row.call.direction = CallDirection::Inbound;
    row.call.phase = CallPhase::Ended;
    row.call.result = CallResult::Answered;
    row.call.startedAt = QDateTime::currentDateTimeUtc().addSecs(i - 40000LL);
    row.call.answeredAt = row.call.startedAt.addSecs(4);
    row.call.endedAt = row.call.startedAt.addSecs(50);
    row.call.talkSeconds = 46;
    row.call.hasRecord = true;
    row.crm = CrmState::Found;
    row.matches = {{.record = {u"Contact"_s, u"0035g0000%1"_s.arg(i % contacts, 6, 10, '0'_L1)},
                    .name = u"Ann Lee"_s,
                    .account = u"Acme"_s}};
    row.chosen = row.matches.constFirst().record;
    row.note = u"Wants a new quote by Friday."_s;
    return row;
}

//! An org that takes every entry.
class Org
{
public:
    int written = 0;
    int requests = 0;

    FakeHttpTransport::Answer answer(const HttpRequest& request)
    {
        const QString path = request.url.path();
        if (const auto reply = bench::signInReply(path))
            return *reply;
        if (path.endsWith(u"/composite/sobjects"_s))
            return write(request.body);
        if (request.body.contains("CallObject"))
            return find(QString::fromUtf8(request.body));
        return bench::describeReply({});
    }

private:
    HttpReply write(const QByteArray& body)
    {
        ++requests;
        QByteArray rows;
        for (auto left = body.count("\"attributes\""); left > 0; --left)
            rows += QByteArray(rows.isEmpty() ? "" : ",") + R"({"id":"00T5g0000)"
                + QByteArray::number(written++).rightJustified(6, '0')
                + R"(","success":true,"errors":[]})";
        return FakeHttpTransport::json('[' + rows + ']');
    }
    //! Each entry once: the client is told of ids that it knows.
    HttpReply find(const QString& body)
    {
        ++requests;
        static const QRegularExpression keys(u"3631A2107654(?::|%3A)1767603600\\.(\\d+)"_s);
        QByteArray rows;
        for (auto match = keys.globalMatch(body); match.hasNext();) {
            const auto i = match.next().captured(1).toUtf8();
            rows += QByteArray(rows.isEmpty() ? "" : ",")
                + R"({"CallObject":"3631A2107654:1767603600.)" + i + R"(:1001","Id":"00T5g0000)"
                + i.rightJustified(6, '0') + R"(","CreatedDate":"2026-01-31T08:15:30.000+0000"})";
        }
        return FakeHttpTransport::json(
            R"({"compositeResponse":[{"referenceId":"tasks0","httpStatusCode":200,"body":{"records":[)"
            + rows + "]}},"
            + R"({"referenceId":"tasks1","httpStatusCode":200,"body":{"records":[]}}]})");
    }
};

bool isInTime(const bench::Turns& turns, const char* name)
{
    std::printf("%s_longest_turn %.1f ms\n", name, turns.longestWork());
    std::printf("%s_longest_gap_on_the_clock %.1f ms\n", name, turns.longestGap());
    return turns.longestWork() <= budget;
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    const auto words = QApplication::arguments();
    const int entries = words.size() > 1 ? words.at(1).toInt() : 5000;

    const QTemporaryDir folder;
    auto database = storage::Database::open(folder.filePath(u"bench.db"_s));
    if (!database)
        return 1;
    storage::CallTable history(**database);
    storage::OutboxTable outbox(**database);
    storage::NumberTable numbers(**database);
    storage::PhonebookTable phonebook(**database);
    storage::MemoTable memo(**database);
    FakeHttpTransport wire;
    Org org;
    wire.answerWith = [&org](const HttpRequest& request) {
        return org.answer(request);
    };
    test::FakeSecretStore secrets;
    secrets.secrets.insert(salesforce::refreshTokenName(),
                           u"https://login.salesforce.com 3MVG9\nstored"_s);
    salesforce::SalesforceClient crm(wire, secrets);
    LookupFlow lookup(crm, phonebook);
    CallFlow calls(lookup, crm, history, numbers, memo);

    { // the night, offline
        JournalFlow journal(crm, outbox, history);
        journal.setSettings({});
        const auto kept = (*database)->transact([&]() -> Result<Done> {
            for (int i = 0; i < entries; ++i) {
                if (auto saved = history.save(callOf(i)); !saved)
                    return saved;
                journal.consider(callOf(i));
            }
            return Done{};
        });
        if (!kept)
            return 1;
    }

    HistoryWindow window;
    JournalFlow journal(crm, outbox, history);
    QObject::connect(&journal, &JournalFlow::journalChanged, &calls, &CallFlow::setJournal);
    QObject::connect(&calls, &CallFlow::historyChanged, &window, &HistoryWindow::updateRow);
    journal.setSettings({});
    calls.setSettings({});
    window.setRows(history.history({.limit = 200}));
    window.show();
    bench::runFor(500ms);

    QElapsedTimer whole;
    bool isSmooth = true;
    {
        const bench::Turns turns;
        QTimer::singleShot(0, &journal, [&] { journal.recover(); });
        bench::runFor(2s);
        isSmooth = isInTime(turns, "outbox_recovery");
    }
    {
        const bench::Turns turns;
        whole.start();
        const auto resumed = crm.resume(
            {.loginUrl = u"login.salesforce.com"_s, .clientId = u"3MVG9"_s, .redirectPorts = {}});
        const bool isWritten =
            bench::runUntil([&] { return journal.pendingCount() == 0 && org.written > 0; }, limit);
        std::printf("outbox_written %d entries\n", org.written);
        std::printf("outbox_sent_after %lld ms\n", whole.elapsed());
        const bool isChecked =
            isWritten
            && bench::runUntil(
                [&] { return !outbox.nextDue(QDateTime::fromSecsSinceEpoch(0)).isValid(); }, limit);
        std::printf("outbox_requests %d requests\n", org.requests);
        isSmooth = isInTime(turns, "outbox") && isSmooth;
        if (!isChecked || org.written != entries) {
            std::fputs("not every entry was written once\n", stderr);
            return 1;
        }
    }
    return isSmooth ? 0 : 1;
}
