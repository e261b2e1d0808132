// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/salesforce/orgcaller.h"

#include <QTest>

using namespace Qt::StringLiterals;
using companion::sandbox::OrgCaller;

class TestSandboxSoql : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY(m_caller.signIn()); }

    void rowsAreFoundByCondition_data()
    {
        QTest::addColumn<QString>("condition");
        QTest::addColumn<QStringList>("names");
        const QStringList leo{u"Leo Ball"_s};
        QTest::newRow("equality") << u"Phone = '5503301'"_s << leo;
        QTest::newRow("equality regardless of case") << u"name = 'LEO BALL'"_s << leo;
        QTest::newRow("keywords in small letters")
            << u"Phone like '550%' and LastName in ('Ball','Bell')"_s << leo;
        QTest::newRow("escaped quote")
            << u"LastName = 'O\\'Brien'"_s << QStringList{u"Robert O'Brien"_s};
        QTest::newRow("unicode") << u"LastName = 'González'"_s << QStringList{u"Maria González"_s};
        QTest::newRow("like with one character") << u"Phone LIKE '550330_'"_s << leo;
        QTest::newRow("like with an escaped wildcard finds no number")
            << u"Phone LIKE '550330\\_'"_s << QStringList{};
        QTest::newRow("or in parentheses")
            << u"(Phone = '5503301' OR Phone = '415.555.1300') AND LastName != 'Ball'"_s
            << QStringList{u"Robert O'Brien"_s};
        QTest::newRow("not") << u"NOT (LastName != 'Ball')"_s << leo;
        QTest::newRow("null") << u"LastName = 'Ball' AND MobilePhone = null"_s << leo;
        QTest::newRow("not null") << u"LastName = 'Ball' AND MobilePhone != null"_s
                                  << QStringList{};
        QTest::newRow("boolean") << u"DoNotCall = true AND Account.Name LIKE 'Maple%'"_s
                                 << QStringList{u"Chloe Martin"_s};
        QTest::newRow("parent of parent")
            << u"Account.Owner.Name = 'Jane Roe' AND LastName = 'Ball'"_s << leo;
        QTest::newRow("not in") << u"Phone NOT IN ('1','2') AND LastName = 'Ball'"_s << leo;
        QTest::newRow("date and time")
            << u"LastName = 'Ball' AND CreatedDate > 2020-01-01T00:00:00Z"_s << leo;
        QTest::newRow("date and time with zone")
            << u"LastName = 'Ball' AND CreatedDate < 2020-01-01T00:00:00.000+0200"_s
            << QStringList{};
        QTest::newRow("relative days")
            << u"LastName = 'Ball' AND CreatedDate = LAST_N_DAYS:500"_s << leo;
        QTest::newRow("not today")
            << u"LastName = 'Ball' AND CreatedDate = TODAY"_s << QStringList{};
        QTest::newRow("object's own name in front") << u"Contact.LastName = 'Ball'"_s << leo;
    }

    void rowsAreFoundByCondition()
    {
        QFETCH(QString, condition);
        QFETCH(QStringList, names);
        const auto response = m_caller.soql(u"SELECT Id, Name FROM Contact WHERE "_s + condition);
        QVERIFY2(response.status == 200, response.body.constData());
        QCOMPARE(OrgCaller::column(response, u"Name"_s), names);
    }

    void mistakesAreRefused_data()
    {
        QTest::addColumn<QString>("statement");
        QTest::addColumn<QString>("code");
        QTest::newRow("unknown field") << u"SELECT Foo FROM Contact"_s << u"INVALID_FIELD"_s;
        QTest::newRow("unknown field in the condition")
            << u"SELECT Id FROM Contact WHERE Foo = 'x'"_s << u"INVALID_FIELD"_s;
        QTest::newRow("unknown relationship")
            << u"SELECT Nobody.Name FROM Contact"_s << u"INVALID_FIELD"_s;
        QTest::newRow("person account field in an org without them")
            << u"SELECT IsPersonAccount FROM Account"_s << u"INVALID_FIELD"_s;
        QTest::newRow("unknown object") << u"SELECT Id FROM Nothing"_s << u"INVALID_TYPE"_s;
        QTest::newRow("no field") << u"SELECT FROM Contact"_s << u"MALFORMED_QUERY"_s;
        QTest::newRow("mixed and, or")
            << u"SELECT Id FROM Contact WHERE Phone = '1' AND Phone = '2' OR Phone = '3'"_s
            << u"MALFORMED_QUERY"_s;
        QTest::newRow("open string")
            << u"SELECT Id FROM Contact WHERE Phone = '1"_s << u"MALFORMED_QUERY"_s;
        QTest::newRow("unescaped quote")
            << u"SELECT Id FROM Contact WHERE LastName = 'O'Brien'"_s << u"MALFORMED_QUERY"_s;
        QTest::newRow("unknown escape")
            << u"SELECT Id FROM Contact WHERE LastName = 'a\\xb'"_s << u"MALFORMED_QUERY"_s;
        QTest::newRow("double quotes")
            << u"SELECT Id FROM Contact WHERE LastName = \"Ball\""_s << u"MALFORMED_QUERY"_s;
        QTest::newRow("empty list")
            << u"SELECT Id FROM Contact WHERE Phone IN ()"_s << u"MALFORMED_QUERY"_s;
        QTest::newRow("something left over")
            << u"SELECT Id FROM Contact LIMIT 1 extra"_s << u"MALFORMED_QUERY"_s;
        QTest::newRow("star") << u"SELECT * FROM Contact"_s << u"MALFORMED_QUERY"_s;
        QTest::newRow("empty") << u""_s << u"MALFORMED_QUERY"_s;
        QTest::newRow("nested too deep")
            << QString(u"SELECT Id FROM Contact WHERE "_s + u"("_s.repeated(5000))
            << u"MALFORMED_QUERY"_s;
        QTest::newRow("long text in the condition")
            << u"SELECT Id FROM Task WHERE Description = 'x'"_s << u"INVALID_FIELD"_s;
        QTest::newRow("date in quotes")
            << u"SELECT Id FROM Contact WHERE CreatedDate > '2020-01-01T00:00:00Z'"_s
            << u"INVALID_FIELD"_s;
        QTest::newRow("text without quotes")
            << u"SELECT Id FROM Contact WHERE Phone = 5503301"_s << u"INVALID_FIELD"_s;
        QTest::newRow("bad id") << u"SELECT Id FROM Contact WHERE Id = 'abc'"_s
                                << u"INVALID_QUERY_FILTER_OPERATOR"_s;
        QTest::newRow("the same field twice")
            << u"SELECT Id, id FROM Contact"_s << u"INVALID_FIELD"_s;
        QTest::newRow("offset too far")
            << u"SELECT Id FROM Contact LIMIT 1 OFFSET 2001"_s << u"NUMBER_OUTSIDE_VALID_RANGE"_s;
    }

    void mistakesAreRefused()
    {
        QFETCH(QString, statement);
        QFETCH(QString, code);
        const auto response = m_caller.soql(statement);
        QCOMPARE(response.status, 400);
        QCOMPARE(OrgCaller::errorCode(response), code);
        if (code != "NUMBER_OUTSIDE_VALID_RANGE"_L1)
            QVERIFY(OrgCaller::errorMessage(response).contains(u"ERROR at Row:"_s));
    }

    void rowsAreSortedAndCut()
    {
        const auto descending = OrgCaller::column(
            m_caller.soql(u"SELECT Name FROM Lead ORDER BY LastName DESC LIMIT 2"_s), u"Name"_s);
        const auto second = OrgCaller::column(
            m_caller.soql(u"SELECT Name FROM Lead ORDER BY LastName DESC LIMIT 1 OFFSET 1"_s),
            u"Name"_s);
        QCOMPARE(descending.size(), 2);
        QCOMPARE(second, QStringList{descending.last()});
        const auto nullsFirst = OrgCaller::column(
            m_caller.soql(u"SELECT MobilePhone FROM Contact ORDER BY MobilePhone"_s),
            u"MobilePhone"_s);
        const auto nullsLast = OrgCaller::column(
            m_caller.soql(u"SELECT MobilePhone FROM Contact ORDER BY MobilePhone ASC NULLS LAST"_s),
            u"MobilePhone"_s);
        QVERIFY(nullsFirst.first().isEmpty() && nullsLast.last().isEmpty());
    }

    void parentsComeNestedAndMissingOnesAsNull()
    {
        const auto withAccount =
            OrgCaller::json(
                m_caller.soql(
                    u"SELECT Name, Account.Name, Account.Owner.Email FROM Contact WHERE LastName = 'Ball'"_s))
                .toObject();
        const auto row = withAccount.value("records"_L1).toArray().at(0).toObject();
        QCOMPARE(row.value("attributes"_L1).toObject().value("type"_L1).toString(), u"Contact"_s);
        QCOMPARE(row.value("Account"_L1).toObject().value("Name"_L1).toString(),
                 u"Northwind Traders"_s);
        QCOMPARE(row.value("Account"_L1)
                     .toObject()
                     .value("Owner"_L1)
                     .toObject()
                     .value("Email"_L1)
                     .toString(),
                 u"jane.roe@acme.example"_s);
        QVERIFY(!row.contains("Id"_L1));
        const auto without =
            OrgCaller::json(
                m_caller.soql(u"SELECT Account.Name FROM Contact WHERE LastName = 'Rossi'"_s))
                .toObject();
        QVERIFY(
            without.value("records"_L1).toArray().at(0).toObject().value("Account"_L1).isNull());
    }

    void countGivesTheTotalAlone()
    {
        const auto answer =
            OrgCaller::json(
                m_caller.soql(u"SELECT COUNT() FROM Contact WHERE LastName = 'Clark'"_s))
                .toObject();
        QCOMPARE(answer.value("totalSize"_L1).toInt(), 2);
        QVERIFY(answer.value("records"_L1).toArray().isEmpty());
    }

    void pagesLeadToTheEndAndAnExpiredCursorIsRefused()
    {
        QVERIFY(m_caller.fault(u"page-size"_s, 20));
        auto answer = OrgCaller::json(m_caller.soql(u"SELECT Id FROM Contact"_s)).toObject();
        const int total = answer.value("totalSize"_L1).toInt();
        qsizetype seen = answer.value("records"_L1).toArray().size();
        QString next = answer.value("nextRecordsUrl"_L1).toString();
        const QString first = next;
        while (!next.isEmpty()) {
            answer = OrgCaller::json(m_caller.call("GET", next)).toObject();
            seen += answer.value("records"_L1).toArray().size();
            next = answer.value("nextRecordsUrl"_L1).toString();
        }
        QCOMPARE(seen, total);
        QVERIFY(answer.value("done"_L1).toBool());
        m_caller.fault(u"expire-cursors"_s);
        QCOMPARE(OrgCaller::errorCode(m_caller.call("GET", first)), u"INVALID_QUERY_LOCATOR"_s);
        m_caller.fault(u"page-size"_s, {}, 0);
    }

    void shortIdentifiersFindTheSameRow()
    {
        const QString id = m_caller.idOf(u"Contact"_s, u"Leo Ball"_s);
        QCOMPARE(id.size(), 18);
        QCOMPARE(OrgCaller::column(
                     m_caller.soql(u"SELECT Name FROM Contact WHERE Id = '%1'"_s.arg(id.left(15))),
                     u"Name"_s),
                 QStringList{u"Leo Ball"_s});
    }

    void whoAndWhatAreFollowedWhateverTheyAre()
    {
        const auto answer =
            OrgCaller::json(
                m_caller.soql(
                    u"SELECT Who.Name, Who.Type, Account.Name FROM Task WHERE CallType = 'Inbound'"_s))
                .toObject();
        const auto who =
            answer.value("records"_L1).toArray().at(0).toObject().value("Who"_L1).toObject();
        QCOMPARE(who.value("Name"_L1).toString(), u"Maria González"_s);
        QCOMPARE(who.value("Type"_L1).toString(), u"Contact"_s);
    }

    void hiddenFieldBreaksTheQueryAndIsGoneFromDescribe()
    {
        QVERIFY(m_caller.fault(u"hide-field"_s, u"Contact.HomePhone"_s));
        QCOMPARE(OrgCaller::errorCode(m_caller.soql(u"SELECT HomePhone FROM Contact"_s)),
                 u"INVALID_FIELD"_s);
        QVERIFY(!m_caller.call("GET", u"sobjects/Contact/describe"_s).body.contains("HomePhone"));
        m_caller.fault(u"hide-field"_s, u"Contact.HomePhone"_s, 0);
        QCOMPARE(m_caller.soql(u"SELECT HomePhone FROM Contact"_s).status, 200);
    }

private:
    OrgCaller m_caller;
};

QTEST_GUILESS_MAIN(TestSandboxSoql)
#include "tst_sandbox_salesforce_soql.moc"
