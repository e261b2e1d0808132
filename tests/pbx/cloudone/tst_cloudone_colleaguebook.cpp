// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/pbx/cloudone/colleaguebook.h"

#include <QJsonDocument>
#include <QTest>

using namespace companion;
using namespace companion::pbx::cloudone;
using namespace Qt::StringLiterals;

namespace {

QJsonArray office()
{
    return QJsonDocument::fromJson(R"([
        {"id":14,"number":"1002","caller_id_name":"John Smith","email_addr":"john@example.com","presence_status":"away",
         "online_status":{"sip_phone":{"status":0},"linkus_mobile":{"status":0}}},
        {"id":13,"number":"1001","caller_id_name":"Jane Roe","email_addr":"Jane.Roe@Example.com","presence_status":"available",
         "online_status":{"sip_phone":{"status":1},"linkus_mobile":{"status":1}}},
        {"id":15,"number":1003,"caller_id_name":"Lobby","email_addr":""},
        {"id":16,"number":""}, "nonsense"])")
        .array();
}

Colleague find(const ColleagueBook& book, const QString& number)
{
    const auto list = book.colleagues();
    for (const auto& colleague : list)
        if (colleague.number == number)
            return colleague;
    return {};
}

} // namespace

class TestColleagueBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreListedByNumber()
    {
        ColleagueBook book;
        book.setRows(office());
        QCOMPARE(book.colleagues().size(), 3);
        QCOMPARE(book.colleagues().first().number, u"1001"_s);
        QCOMPARE(book.nameOf(u"1002"_s), u"John Smith"_s);
        QCOMPARE(find(book, u"1002"_s).presence, u"away"_s);
        QVERIFY(book.nameOf(u"7"_s).isEmpty());
    }

    void ownExtensionIsFound_data()
    {
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("found");
        QTest::newRow("by number") << u"1002"_s << u"1002"_s;
        QTest::newRow("by number with blanks") << u" 1002 "_s << u"1002"_s;
        QTest::newRow("by e-mail") << u"john@example.com"_s << u"1002"_s;
        QTest::newRow("by e-mail in another case") << u"JANE.ROE@example.COM"_s << u"1001"_s;
        QTest::newRow("by an e-mail of nobody") << u"nobody@example.com"_s << QString();
        QTest::newRow("by a number of nobody") << u"1999"_s << QString();
        QTest::newRow("by a part of a number") << u"100"_s << QString();
        QTest::newRow("by nothing, which the lobby has as its e-mail") << QString() << QString();
    }

    void ownExtensionIsFound()
    {
        QFETCH(const QString, wanted);
        QFETCH(const QString, found);
        ColleagueBook book;
        book.setRows(office());
        QCOMPARE(book.find(wanted), found);
    }

    void lineFollowsTheFrames()
    {
        using Line = Colleague::Line;
        ColleagueBook book;
        book.setRows(office());
        QCOMPARE(find(book, u"1001"_s).line, Line::Unknown);
        QCOMPARE(find(book, u"1002"_s).line, Line::Offline);
        QCOMPARE(find(book, u"1003"_s).line, Line::Unknown);
        QVERIFY(book.apply({.number = u"1001"_s, .line = Line::Busy}));
        QCOMPARE(find(book, u"1001"_s).line, Line::Busy);
        QVERIFY(!book.apply({.number = u"1001"_s, .line = Line::Busy}));
        QVERIFY(book.apply({.number = u"1001"_s, .presence = u"lunch"_s}));
        QCOMPARE(find(book, u"1001"_s).presence, u"lunch"_s);
        QVERIFY(!book.apply({.number = u"1999"_s, .line = Line::Busy}));
    }

    void whoHasNoDeviceLeftIsOffline()
    {
        using Line = Colleague::Line;
        ColleagueBook book;
        book.setRows(office());
        QVERIFY(!book.apply({.number = u"1001"_s, .device = u"Sip"_s, .isRegistered = false}));
        QVERIFY(book.apply({.number = u"1001"_s, .device = u"Mobile"_s, .isRegistered = false}));
        QCOMPARE(find(book, u"1001"_s).line, Line::Offline);
        QVERIFY(book.apply({.number = u"1001"_s, .device = u"Web"_s, .isRegistered = true}));
        QCOMPARE(find(book, u"1001"_s).line, Line::Unknown);
        // Of the lobby's devices nothing is known: one that goes says nothing of the others.
        QVERIFY(!book.apply({.number = u"1003"_s, .device = u"Mobile"_s, .isRegistered = false}));
        QCOMPARE(find(book, u"1003"_s).line, Line::Unknown);
    }

    void linesOutliveANewListButNotALostLink()
    {
        using Line = Colleague::Line;
        ColleagueBook book;
        book.setRows(office());
        (void)book.apply({.number = u"1001"_s, .line = Line::Ringing});
        book.setRows(office());
        QCOMPARE(find(book, u"1001"_s).line, Line::Ringing);
        book.forgetLines();
        QCOMPARE(find(book, u"1001"_s).line, Line::Unknown);
        QCOMPARE(find(book, u"1002"_s).line, Line::Offline);
    }
};

QTEST_GUILESS_MAIN(TestColleagueBook)
#include "tst_cloudone_colleaguebook.moc"
