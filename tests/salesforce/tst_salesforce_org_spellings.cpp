// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Every spelling of the table, stored in the sandbox's org and asked for by HTTP: what the
// statements reach within one call for a hit and two for a miss.
#include "tests/core/numbertables.h"
#include "tests/salesforce/liveorg.h"

namespace companion {

using namespace Qt::StringLiterals;
using test::LiveOrg;

namespace {

    constexpr qsizetype longestPhone = 40; // of a phone field, salesforce-api.md 4.1

} // namespace

class TestOrgSpellings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void storedSpellingsAreReached();
};

void TestOrgSpellings::storedSpellingsAreReached()
{
    LiveOrg live;
    live.org.setIndexDelay(std::chrono::seconds(0));
    QVERIFY(live.signIn());
    int bySearch = 0;
    int byQuery = 0;
    QStringList unreached;
    const auto rows = companion::testing::tableRows(u"matching.tsv"_s);
    QVERIFY(rows.size() > 400);
    for (const auto& row : rows) {
        const QString stored = row.cells.value(2);
        if (row.cells.value(3) != "found"_L1 || stored.size() > longestPhone)
            continue;
        const auto rules = companion::testing::siteRules(row.cells.value(0));
        const auto number = PhoneNumber::read(row.cells.value(1), rules);
        const QString id =
            live.create(u"Contact"_s, {{u"LastName"_s, u"Spelling"_s}, {u"Phone"_s, stored}});
        QVERIFY(!id.isEmpty());
        live.client->forgetAnswer(number);
        const auto answer = LiveOrg::outcome(live.client->lookUp(number, rules, {u"Contact"_s}));
        QVERIFY(answer);
        const auto matches = *answer ? (*answer)->matches : QList<CrmMatch>();
        const bool isReached =
            std::any_of(matches.cbegin(), matches.cend(),
                        [&id](const CrmMatch& match) { return match.record.id == id; });
        if (!isReached)
            unreached.append(u"%1: %2 / %3"_s.arg(row.line).arg(row.cells.value(1), stored));
        else if ((*answer)->asked.constLast().where == "soql"_L1)
            ++byQuery;
        else
            ++bySearch;
        live.control("DELETE", u"record/"_s + id);
    }
    qInfo() << "reached by search" << bySearch << "by exact query" << byQuery << "not reached"
            << unreached.size();
    QCOMPARE(unreached, QStringList());
}

} // namespace companion

QTEST_GUILESS_MAIN(companion::TestOrgSpellings)
#include "tst_salesforce_org_spellings.moc"
