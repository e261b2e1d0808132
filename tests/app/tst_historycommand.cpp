// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/core/report.h"
#include "app/historycommand.h"
#include "tests/support/realstores.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <algorithm>

using namespace companion;
using namespace companion::test;
using namespace Qt::StringLiterals;

namespace {

constexpr int kept = 2 * historyPart + 50; // calls

HistoryRow call(int number)
{
    HistoryRow made;
    made.call.id = u"1700000000.%1"_s.arg(number);
    made.call.extension = u"1001"_s;
    made.call.remoteNumber = u"+14155551212"_s;
    made.call.startedAt = QDateTime::fromMSecsSinceEpoch(1767600000000 + 1000LL * (number / 3));
    made.call.result = CallResult::Answered;
    return made;
}

//! Asks as long as there is a rest, as a start of the program does.
struct Printed
{
    QString out;
    int parts = 0;
};

Printed printAll(
    const QStringList& words, const CallStore& store, const std::function<void()>& between = [] {})
{
    Printed printed;
    auto line = *readCommandLine(QStringList{u"history"_s} + words);
    do {
        const auto outcome = printHistory(line, store, {});
        printed.out += outcome.out;
        ++printed.parts;
        // As it comes over the wire.
        line.rest = CommandOutcome::fromJson(outcome.toJson()).rest;
        between();
    } while (!line.rest.isEmpty() && printed.parts <= kept);
    return printed;
}

QStringList idsIn(const QString& json)
{
    QStringList ids;
    const auto list = QJsonDocument::fromJson(json.toUtf8()).array();
    for (const auto& one : list)
        ids.append(one["id"_L1].toString());
    return ids;
}

} // namespace

class TestHistoryCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        for (int number = 1; number <= kept; ++number) {
            QVERIFY(m_stores.calls().save(call(number)));
            m_newestFirst.prepend(call(number).call.id);
        }
    }

    void partsAreOneList_data()
    {
        QTest::addColumn<int>("limit");
        QTest::addColumn<int>("parts");
        QTest::newRow("none") << 0 << 1;
        QTest::newRow("one") << 1 << 1;
        QTest::newRow("a part") << historyPart << 1;
        QTest::newRow("a part and one") << historyPart + 1 << 2;
        QTest::newRow("two parts") << 2 * historyPart << 2;
        QTest::newRow("all") << kept << 3;
        QTest::newRow("more than there are") << 1000 * kept << 3;
        QTest::newRow("no limit") << -1 << 3;
    }
    void partsAreOneList()
    {
        QFETCH(const int, limit);
        QFETCH(const int, parts);
        QStringList words{u"--json"_s};
        if (limit >= 0)
            words += {u"--limit"_s, QString::number(limit)};
        const auto printed = printAll(words, m_stores.calls());
        const auto wanted = limit < 0 ? m_newestFirst : m_newestFirst.first(std::min(limit, kept));
        QCOMPARE(idsIn(printed.out), wanted);
        QCOMPARE(printed.parts, parts);
        QJsonArray atOnce;
        for (const auto& id : wanted)
            atOnce.append(historyToJson(*m_stores.calls().find(id), {}));
        QCOMPARE(printed.out, jsonText(atOnce)); // to the letter
    }

    void linesAreForPeople()
    {
        const auto printed = printAll({}, m_stores.calls());
        QCOMPARE(printed.out.count(u'\n'), kept);
        QVERIFY2(!printed.out.contains(u'{'), qPrintable(printed.out.left(200)));
    }

    void filterHoldsForEachPart()
    {
        RealStores stores;
        for (int number = 1; number <= kept; ++number) {
            auto row = call(number);
            row.journal = number % 2 ? JournalState::Failed : JournalState::Written;
            QVERIFY(stores.calls().save(row));
        }
        const auto printed = printAll({u"--json"_s, u"--pending"_s}, stores.calls());
        QCOMPARE(idsIn(printed.out).size(), kept / 2);
        QCOMPARE(printed.parts, 2);
    }

    void callsThatEndMeanwhileAreNotMixedIn()
    {
        RealStores stores;
        for (int number = 1; number <= kept; ++number)
            QVERIFY(stores.calls().save(call(number)));
        int next = kept;
        const auto printed = printAll({u"--json"_s}, stores.calls(),
                                      [&] { QVERIFY(stores.calls().save(call(++next + 100))); });
        QCOMPARE(idsIn(printed.out), m_newestFirst);
    }

    void nothingIsAnEmptyList()
    {
        RealStores stores;
        QCOMPARE(printAll({u"--json"_s}, stores.calls()).out, jsonText(QJsonArray()));
        QCOMPARE(printAll({}, stores.calls()).out, QString());
    }

private:
    RealStores m_stores;
    QStringList m_newestFirst;
};

QTEST_GUILESS_MAIN(TestHistoryCommand)

#include "tst_historycommand.moc"
