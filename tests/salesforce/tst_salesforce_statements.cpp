// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/lookupquery.h"
#include "app/salesforce/soql.h"
#include "app/salesforce/taskfields.h"
#include "tests/salesforce/statements.h"
#include "tests/sandbox/salesforce/orgcaller.h"

#include <QTest>
#include <QTimeZone>

namespace companion {

using namespace Qt::StringLiterals;

class TestStatements : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aLiteralHoldsExactlyItsText_data();
    void aLiteralHoldsExactlyItsText();
    void reservedCharactersOfATermAreEscaped_data();
    void reservedCharactersOfATermAreEscaped();
    void onlyNamesMayStandInAStatement_data();
    void onlyNamesMayStandInAStatement();
    void aMomentIsWrittenInUtc();
    void theSearchAsksForEachTermAndObjectOnce();
    void theSearchLeavesOutWhatIsHidden();
    void aConvertedLeadIsAskedForOnlyWhereItsContactIs();
    void theExactQuestionFitsAnAddress();
    void fieldsOfTheOrgsOwnAreSearched();
    void noStatementIsMalformedToTheOrg();
    void questionsForManyTasksFitAndLoseNone();
};

void TestStatements::aLiteralHoldsExactlyItsText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("literal");
    QTest::newRow("plain") << u"Leo Ball"_s << u"'Leo Ball'"_s;
    QTest::newRow("empty") << QString() << u"''"_s;
    QTest::newRow("an apostrophe") << u"O'Brien"_s << u"'O\\'Brien'"_s;
    QTest::newRow("a backslash") << u"a\\b"_s << u"'a\\\\b'"_s;
    QTest::newRow("a backslash at the end") << u"a\\"_s << u"'a\\\\'"_s;
    QTest::newRow("an escaped apostrophe") << u"\\'"_s << u"'\\\\\\''"_s;
    QTest::newRow("quotes") << u"a\"b"_s << u"'a\\\"b'"_s;
    QTest::newRow("line breaks") << u"a\n\r\tb"_s << u"'a\\n\\r\\tb'"_s;
    QTest::newRow("control characters go") << u"a\u0001\u001bb"_s << u"'ab'"_s;
    QTest::newRow("an injection") << u"' OR Name != '"_s << u"'\\' OR Name != \\''"_s;
}

void TestStatements::aLiteralHoldsExactlyItsText()
{
    QFETCH(QString, text);
    QFETCH(QString, literal);
    QCOMPARE(salesforce::soqlLiteral(text), literal);
}

void TestStatements::reservedCharactersOfATermAreEscaped_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("term");
    QTest::newRow("digits") << u"4155551212"_s << u"4155551212"_s;
    QTest::newRow("a plus sign") << u"+1415"_s << u"\\+1415"_s;
    for (const QChar c : u"?&|!{}[]()^~*:\\\"'+-"_s)
        QTest::newRow(qPrintable(QString(u"reserved "_s + c)))
            << QString(u'a' + c + u'b') << QString(u"a\\"_s + c + u'b');
    QTest::newRow("a line break") << u"a\nb"_s << u"a b"_s;
}

void TestStatements::reservedCharactersOfATermAreEscaped()
{
    QFETCH(QString, text);
    QFETCH(QString, term);
    QCOMPARE(salesforce::soslTerm(text), term);
}

void TestStatements::onlyNamesMayStandInAStatement_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("isGood");
    QTest::newRow("standard") << u"MobilePhone"_s << true;
    QTest::newRow("own") << u"pkg__Direct_Line__c"_s << true;
    QTest::newRow("of a parent") << u"Account.Name"_s << true;
    QTest::newRow("nothing") << QString() << false;
    QTest::newRow("a space") << u"Id FROM"_s << false;
    QTest::newRow("a comma") << u"Id,Name"_s << false;
    QTest::newRow("a digit first") << u"1Phone"_s << false;
    QTest::newRow("dots alone") << u"Account..Name"_s << false;
    QTest::newRow("a dot at the end") << u"Account."_s << false;
    QTest::newRow("another alphabet") << u"Рhone"_s << false;
    QTest::newRow("a bracket") << u"Contact(Id"_s << false;
}

void TestStatements::onlyNamesMayStandInAStatement()
{
    QFETCH(QString, name);
    QFETCH(bool, isGood);
    QCOMPARE(salesforce::isFieldName(name), isGood);
}

void TestStatements::aMomentIsWrittenInUtc()
{
    const QDateTime time(QDate(2026, 1, 31), QTime(9, 15, 30, 45), QTimeZone(3600));
    QCOMPARE(salesforce::soqlTime(time), u"2026-01-31T08:15:30.045Z"_s);
}

void TestStatements::theSearchAsksForEachTermAndObjectOnce()
{
    const auto number = PhoneNumber::read(u"+14155551212"_s, {});
    const QString sosl = salesforce::phoneSearch(number, {}, {u"Lead"_s, u"Contact"_s, u"Lead"_s},
                                                 test::richShapes());
    QVERIFY(sosl.startsWith(u"FIND {14155551212 OR 4155551212 OR 14155551212* OR 4155551212*} IN "
                            "PHONE FIELDS RETURNING Lead("_s));
    QCOMPARE(sosl.count(u"Lead("_s), 1);
    QCOMPARE(sosl.count(u"Contact("_s), 1);
    QVERIFY(!sosl.contains(u"Account("_s));
}

void TestStatements::theSearchLeavesOutWhatIsHidden()
{
    const auto number = PhoneNumber::read(u"+14155551212"_s, {});
    auto shapes = test::richShapes();
    shapes[u"Lead"_s] = salesforce::hiddenShape();
    shapes[u"Account"_s].phoneFields.clear(); // all of them hidden from this user
    const QString sosl =
        salesforce::phoneSearch(number, {}, {u"Contact"_s, u"Lead"_s, u"Account"_s}, shapes);
    QVERIFY(sosl.contains(u"RETURNING Contact("_s));
    QVERIFY(!sosl.contains(u"Lead"_s));
    QVERIFY(!sosl.contains(u", Account("_s));
    QCOMPARE(salesforce::phoneSearch(number, {}, {u"Lead"_s}, shapes), QString());
    QVERIFY(salesforce::exactQuestions(number, {}, {u"Lead"_s}, shapes, u"/v"_s).isEmpty());
}

void TestStatements::aConvertedLeadIsAskedForOnlyWhereItsContactIs()
{
    const auto number = PhoneNumber::read(u"+14155551212"_s, {});
    auto shapes = test::richShapes();
    QVERIFY(salesforce::phoneSearch(number, {}, {u"Lead"_s}, shapes)
                .contains(u"ConvertedContact.Name"_s));
    QVERIFY(!salesforce::phoneSearch(number, {}, {u"Lead"_s}, shapes).contains(u"WHERE"_s));
    shapes[u"Lead"_s] = salesforce::withoutParents(shapes.value(u"Lead"_s));
    QVERIFY(salesforce::phoneSearch(number, {}, {u"Lead"_s}, shapes)
                .contains(u"WHERE IsConverted = false"_s));
    shapes[u"Lead"_s].shownFields.removeAll(u"IsConverted"_s);
    QVERIFY(!salesforce::phoneSearch(number, {}, {u"Lead"_s}, shapes).contains(u"WHERE"_s));
}

void TestStatements::theExactQuestionFitsAnAddress()
{
    const auto number = PhoneNumber::read(u"+14155551212"_s, {});
    const auto body = salesforce::exactQuestions(number, {}, {u"Contact"_s}, test::richShapes(),
                                                 u"/services/data/v67.0"_s);
    const QString url = body[u"compositeRequest"_s][0][u"url"_s].toString();
    QVERIFY(url.size() < 16'000);
    QVERIFY(QUrl::fromPercentEncoding(url.toLatin1()).contains(u"'+14155551212'"_s));
}

void TestStatements::fieldsOfTheOrgsOwnAreSearched()
{
    const auto number = PhoneNumber::read(u"+14155551212"_s, {});
    const auto shapes = test::richShapes();
    const QString own = u"pkg__A_rather_long_telephone_name_7__c"_s;
    QVERIFY(salesforce::phoneSearch(number, {}, {u"Contact"_s}, shapes).contains(own));
    const auto body =
        salesforce::exactQuestions(number, {}, {u"Contact"_s}, shapes, u"/services/data/v67.0"_s);
    QVERIFY(
        body[u"compositeRequest"_s][0][u"url"_s].toString().contains(QString(own + u"%20IN%20"_s)));
}

void TestStatements::noStatementIsMalformedToTheOrg()
{
    sandbox::OrgCaller org;
    QVERIFY(org.signIn());
    const auto statements = test::allStatements();
    QVERIFY(statements.size() > 300);
    for (const auto& statement : statements) {
        const bool isSosl = statement.language == test::Statement::Language::Sosl;
        const auto answer = isSosl ? org.sosl(statement.text) : org.soql(statement.text);
        // The example shapes have fields that this org has not.
        const bool isGood =
            answer.status == 200 || sandbox::OrgCaller::errorCode(answer) == u"INVALID_FIELD"_s;
        QVERIFY2(isGood,
                 qPrintable(QString(statement.title.left(80) + u": "_s
                                    + sandbox::OrgCaller::errorMessage(answer).right(300))));
    }
}

void TestStatements::questionsForManyTasksFitAndLoseNone()
{
    QStringList callObjects;
    for (int i = 0; i < 200; ++i)
        callObjects.append(QString(u"x"_s).repeated(200) + QString::number(i));
    const auto questions = salesforce::taskQuestions(
        callObjects, QDateTime(QDate(2026, 1, 31), QTime(8, 15), QTimeZone::utc()));
    QVERIFY(questions.size() > 1);
    QVERIFY(questions.size() <= 5); // what one composite request takes
    for (const auto& question : questions)
        QVERIFY(QUrl::toPercentEncoding(question).size() < 16'000);
    for (const auto& callObject : callObjects)
        QCOMPARE(questions.filter(u"'"_s + callObject + u"'"_s).size(), 1);
    QVERIFY(questions.first().contains(u"CreatedDate >= 2026-01-31T08:15:00"_s));
    QVERIFY(salesforce::taskQuestions({QString()}, {}).isEmpty());
    QVERIFY(!salesforce::taskQuestions(callObjects, {}).first().contains(u"AND"_s));
}

} // namespace companion

QTEST_GUILESS_MAIN(companion::TestStatements)
#include "tst_salesforce_statements.moc"
