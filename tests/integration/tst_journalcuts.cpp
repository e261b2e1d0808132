// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// The wire to Salesforce breaks after each byte of a write and of its answer: at the end there is
// one Task for each call, with its note. Every 24th byte, from another one on each time, or with
// COMPANION_CUT_STEP=1 every single one.
#include "app/flow/journalflow.h"
#include "tests/integration/cutter.h"
#include "tests/salesforce/liveorg.h"
#include "tests/support/realstores.h"

#include <QRandomGenerator>
#include <QTest>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

JournalTiming quick()
{
    return {.noteQuiet = 5ms,
            .checkAfter = 5ms,
            .groupSpread = 5ms,
            .firstRetry = 2ms,
            .longestRetry = 10ms};
}

QString keyOf(const QString& id)
{
    return u"SN1:"_s + id + u":1001"_s;
}

} // namespace

class TestJournalCuts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        m_step = qMax(1, qEnvironmentVariableIntValue("COMPANION_CUT_STEP"));
        if (!qEnvironmentVariableIsSet("COMPANION_CUT_STEP"))
            m_step = 24;
        m_contact = m_live.create(u"Contact"_s, {{u"LastName"_s, u"Lee"_s}});
        m_live.org.setBaseUrl(QUrl(u"http://127.0.0.1:%1"_s.arg(m_cutter.port())));
        QVERIFY(m_live.signIn());
        m_flow = std::make_unique<JournalFlow>(*m_live.client, m_stores.outbox(), m_stores.calls(),
                                               quick());
        m_flow->setSettings({});
        QVERIFY(logs(u"whole"_s)); // and tells how long they are
        QVERIFY(m_cutter.requestSize() > 100);
        QVERIFY(m_cutter.answerSize() > 50);
    }

    void writeCutAfterAnyByteIsOneTask_data()
    {
        QTest::addColumn<Cutter::Side>("side");
        QTest::addColumn<int>("size");
        QTest::newRow("request") << Cutter::Side::Request << int(m_cutter.requestSize());
        QTest::newRow("answer") << Cutter::Side::Answer << int(m_cutter.answerSize());
    }

    void writeCutAfterAnyByteIsOneTask()
    {
        QFETCH(Cutter::Side, side);
        QFETCH(int, size);
        const int first = m_step == 1 ? 0 : QRandomGenerator::global()->bounded(m_step);
        const int before = m_cutter.cuts();
        int calls = 0;
        for (int bytes = first; bytes <= size; bytes += m_step, ++calls) {
            // Once, and as often as the network's own tries would hide it.
            m_cutter.arm(side, bytes, bytes % 4 + 1);
            const QString id =
                u"%1-%2"_s.arg(QLatin1StringView(QTest::currentDataTag())).arg(bytes);
            QVERIFY2(logs(id), qPrintable(id));
            m_cutter.arm(side, 0, 0);
        }
        qInfo("%d calls, %d cuts in %d bytes", calls, m_cutter.cuts() - before, size);
        QVERIFY(m_cutter.cuts() - before >= calls - m_step);
    }

private:
    bool logs(const QString& id)
    {
        HistoryRow row;
        row.call.id = id;
        row.call.serial = u"SN1"_s;
        row.call.extension = u"1001"_s;
        row.call.remoteNumber = u"4155551212"_s;
        row.call.phase = CallPhase::Ended;
        row.call.result = CallResult::Answered;
        row.call.startedAt = QDateTime::currentDateTimeUtc().addSecs(-60);
        row.call.endedAt = row.call.startedAt.addSecs(50);
        row.call.hasRecord = true;
        row.crm = CrmState::Found;
        row.matches = {{.record = {u"Contact"_s, m_contact}, .name = u"Ann Lee"_s}};
        row.chosen = row.matches.constFirst().record;
        row.note = u"The note of "_s + id;
        if (!m_stores.calls().save(row))
            return false;
        m_flow->consider(row);
        const bool isQuiet = QTest::qWaitFor(
            [this] {
                return m_stores.outbox().unwrittenCount() == 0
                    && !m_stores.outbox().nextDue(QDateTime::fromSecsSinceEpoch(0)).isValid();
            },
            15000);
        if (!isQuiet)
            return false;
        QString task;
        const auto tasks = m_live.rows(u"Task"_s);
        for (const auto& one : tasks) {
            if (one[u"CallObject"_s].toString() != keyOf(id))
                continue;
            if (!task.isEmpty() || one[u"Description"_s].toString().count(row.note) != 1) {
                qWarning() << id << one[u"Description"_s].toString();
                return false;
            }
            task = one[u"Id"_s].toString();
        }
        // Looked at, it only makes the next look longer.
        const auto removed = LiveOrg::outcome(m_live.client->removeTask(task));
        return removed && *removed;
    }

    LiveOrg m_live;
    Cutter m_cutter{quint16(m_live.baseUrl().port()), "/composite/sobjects "};
    RealStores m_stores;
    QString m_contact;
    std::unique_ptr<JournalFlow> m_flow;
    int m_step = 24;
};

QTEST_GUILESS_MAIN(TestJournalCuts)
#include "tst_journalcuts.moc"
