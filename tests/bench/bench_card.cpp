// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// bench-card [CALLS]: from the frame off the PBX's socket to the painted card, and from
// Salesforce's answer to the browser that is asked to open. The session, the flows, the client, the
// database and the card's window are the program's own; only the two wires are played. Prints `name
// value unit` (DESIGN 8), and fails when a budget is broken.
#include "app/flow/callflow.h"
#include "app/flow/lookupflow.h"
#include "app/salesforce/salesforceclient.h"
#include "app/storage/database.h"
#include "app/storage/tables.h"
#include "tests/bench/percentile.h"
#include "tests/bench/playedorg.h"
#include "tests/pbx/cloudone/fakepbx.h"
#include "ui/card/cardstack.h"
#include "ui/theme.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTimer>

#include <chrono>
#include <cstdio>
#include <functional>

using namespace companion;
using namespace Qt::StringLiterals;
using test::FakeHttpTransport;

namespace {

constexpr double cardBudget = 16; // ms, p99
constexpr double browserBudget = 5;
constexpr int warmUp = 5; // the first card makes the window and reads the fonts

QString numberOf(int call)
{
    return u"+1415555%1"_s.arg(call, 4, 10, '0'_L1);
}

//! One leg from outside that rings at the own extension, or has ended.
QString frameOf(int call, const QString& outside, const QString& own)
{
    return u"{\"type\":30011,\"sn\":\"SN1\",\"msg\":\"{\\\"call_id\\\":\\\"17676036.%1\\\",\\\"members\\\":[{\\\"inbound\\\":{\\\"from\\\":\\\"%2\\\",\\\"to\\\":\\\"1001\\\",\\\"trunk_name\\\":\\\"ACME-SIP\\\",\\\"channel_id\\\":\\\"PJSIP/trunk-%1\\\",\\\"member_status\\\":\\\"%3\\\"}},{\\\"extension\\\":{\\\"number\\\":\\\"1001\\\",\\\"channel_id\\\":\\\"PJSIP/1001-%1\\\",\\\"member_status\\\":\\\"%4\\\"}}]}\"}"_s
        .arg(call)
        .arg(numberOf(call), outside, own);
}

//! An org that answers everything but a search at once.
FakeHttpTransport::Answer answerTo(const HttpRequest& request)
{
    const QString path = request.url.path();
    if (path.endsWith(u"/search"_s))
        return {};
    if (const auto reply = bench::signInReply(path))
        return *reply;
    return bench::describeReply(R"({"name":"Id","type":"id"},{"name":"Name","type":"string"},)"
                                R"({"name":"Phone","type":"phone","createable":true},)"
                                R"({"name":"LastName","type":"string","createable":true})");
}

HttpReply found(int call)
{
    return FakeHttpTransport::json(
        R"({"searchRecords":[{"attributes":{"type":"Contact"},"Id":"0035g0000)"
        + QByteArray::number(call).rightJustified(6, '0') + R"(","Name":"Leo Lang","Phone":")"
        + numberOf(call).toUtf8() + R"("}]})");
}

//! Runs the event loop as the program does (QTest's waiting sleeps in between).
bool runUntil(const std::function<bool()>& isDone)
{
    bool isLate = false;
    QTimer limit;
    limit.setSingleShot(true);
    QObject::connect(&limit, &QTimer::timeout, &limit, [&] { isLate = true; });
    limit.start(std::chrono::seconds(10));
    while (!isDone() && !isLate)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return !isLate;
}

bool report(const char* name, const QList<double>& taken, double budget)
{
    const double p99 = bench::percentile(taken, 99);
    std::printf("%s_p50 %.2f ms\n", name, bench::percentile(taken, 50));
    std::printf("%s_p99 %.2f ms\n", name, p99);
    return p99 <= budget;
}

} // namespace

int main(int argc, char** argv)
{
    const QApplication application(argc, argv);
    const auto words = QApplication::arguments();
    const int calls = words.size() > 1 ? words.at(1).toInt() : 400;

    const QTemporaryDir folder;
    auto database = storage::Database::open(folder.filePath(u"bench.db"_s));
    if (!database)
        return 1;
    storage::CallTable history(**database);
    storage::NumberTable numbers(**database);
    storage::PhonebookTable phonebook(**database);
    storage::MemoTable memo(**database);

    FakeHttpTransport wire;
    wire.answerWith = answerTo;
    test::FakeSecretStore secrets;
    secrets.secrets.insert(salesforce::refreshTokenName(),
                           u"https://login.salesforce.com 3MVG9\nstored"_s);
    salesforce::SalesforceClient crm(wire, secrets);
    const auto resumed = crm.resume(
        {.loginUrl = u"login.salesforce.com"_s, .clientId = u"3MVG9"_s, .redirectPorts = {}});
    pbx::cloudone::test::FakePbx pbx;
    if (!pbx.connectSession()
        || !runUntil([&] { return crm.status().state == LinkState::Connected; })) {
        std::fputs("no connection to the played PBX and org\n", stderr);
        return 1;
    }

    LookupFlow lookup(crm, phonebook);
    CallFlow flow(lookup, crm, history, numbers, memo);
    flow.setSettings({});
    flow.setPbx(pbx.session.get());
    CardStack cards;
    QObject::connect(&flow, &CallFlow::cardChanged, &cards, &CardStack::show);
    QObject::connect(&flow, &CallFlow::cardRemoved, &cards, &CardStack::remove);
    QElapsedTimer clock;
    double painted = 0;
    double opened = 0;
    const auto millis = [&clock] {
        return static_cast<double>(clock.nsecsElapsed()) / 1e6;
    };
    QObject::connect(&cards, &CardStack::painted, &cards, [&] { painted = millis(); });
    QObject::connect(&flow, &CallFlow::recordOpenRequested, &cards, [&] { opened = millis(); });

    QList<double> toCard;
    QList<double> toBrowser;
    for (int call = 0; call < calls + warmUp; ++call) {
        painted = opened = 0;
        clock.start();
        pbx.sockets.last()->receive(frameOf(call, u"ALERT"_s, u"RING"_s));
        const bool isShown = runUntil(
            [&] { return painted > 0 && wire.requests.last().url.path().endsWith(u"/search"_s); });
        if (!isShown) {
            std::fputs("a call showed no card, or was not looked up\n", stderr);
            return 1;
        }
        clock.start();
        wire.answerLast(found(call));
        if (!runUntil([&] { return opened > 0; })) {
            std::fputs("a caller's record was not opened\n", stderr);
            return 1;
        }
        if (call >= warmUp) {
            toCard.append(painted);
            toBrowser.append(opened);
        }
        pbx.sockets.last()->receive(frameOf(call, u"BYE"_s, u"BYE"_s));
        const auto shown = flow.cards();
        for (const auto& card : shown)
            flow.dismiss(card.call.id);
        (void)runUntil([&] { return flow.cards().isEmpty(); });
    }
    const bool isCardInTime = report("frame_to_card", toCard, cardBudget);
    const bool isBrowserInTime = report("answer_to_browser", toBrowser, browserBudget);
    flow.setPbx(nullptr);
    return isCardInTime && isBrowserInTime ? 0 : 1;
}
