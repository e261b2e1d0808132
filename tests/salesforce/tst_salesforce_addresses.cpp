// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/salesforce/addresses.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace companion;
using namespace companion::salesforce;
using namespace Qt::StringLiterals;

class TestAddresses : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void loginAddressesAreMadeWhole_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address");
        const auto row = [](const char* title, const QString& typed, const QString& address) {
            QTest::newRow(title) << typed << address;
        };
        row("as it is", u"https://login.salesforce.com"_s, u"https://login.salesforce.com"_s);
        row("without scheme", u"test.salesforce.com"_s, u"https://test.salesforce.com"_s);
        row("with spaces", u"  login.salesforce.com \n"_s, u"https://login.salesforce.com"_s);
        row("with a path", u"https://acme.my.salesforce.com/lightning/page/home?x=1#y"_s,
            u"https://acme.my.salesforce.com"_s);
        row("as the browser shows it", u"acme.lightning.force.com"_s,
            u"https://acme.my.salesforce.com"_s);
        row("a sandbox as the browser shows it",
            u"https://acme--uat.sandbox.lightning.force.com/x"_s,
            u"https://acme--uat.sandbox.my.salesforce.com"_s);
        row("the set-up page", u"acme.my.salesforce-setup.com"_s,
            u"https://acme.my.salesforce.com"_s);
        row("capitals", u"Login.Salesforce.COM"_s, u"https://login.salesforce.com"_s);
        row("a user in front", u"https://login.salesforce.com@evil.example"_s,
            u"https://evil.example"_s); // what is opened is what is shown
        row("loopback", u"http://localhost:8080"_s, u"http://localhost:8080"_s);
        row("loopback by number", u"http://127.0.0.1:8080/"_s, u"http://127.0.0.1:8080"_s);
        row("plain HTTP elsewhere", u"http://login.salesforce.com"_s, QString());
        row("nothing", QString(), QString());
        row("another scheme", u"ftp://login.salesforce.com"_s, QString());
        row("a script", u"javascript://login.salesforce.com/%0aalert(1)"_s, QString());
    }

    void loginAddressesAreMadeWhole()
    {
        QFETCH(QString, typed);
        QFETCH(QString, address);
        const auto got = loginAddress(typed);
        QCOMPARE(got ? got->toString() : QString(), address);
    }

    void recordPagesAreMadeOfIdsOnly_data()
    {
        QTest::addColumn<QString>("object");
        QTest::addColumn<QString>("id");
        QTest::addColumn<QString>("path");
        QTest::newRow("18 characters") << u"Contact"_s << u"0035g00000AAAAAAA1"_s
                                       << u"/lightning/r/Contact/0035g00000AAAAAAA1/view"_s;
        QTest::newRow("15 characters")
            << u"Lead"_s << u"00Q5g00000AAAAA"_s << u"/lightning/r/Lead/00Q5g00000AAAAA/view"_s;
        QTest::newRow("own object")
            << u"My__c"_s << u"a005g00000AAAAA"_s << u"/lightning/r/My__c/a005g00000AAAAA/view"_s;
        QTest::newRow("a way out") << u"Contact"_s << u"../../evil/xxxxxxx"_s << QString();
        QTest::newRow("an object of no name") << u"../x"_s << u"0035g00000AAAAAAA1"_s << QString();
        QTest::newRow("16 characters") << u"Contact"_s << u"0035g00000AAAAAA"_s << QString();
        QTest::newRow("nothing") << QString() << QString() << QString();
    }

    void recordPagesAreMadeOfIdsOnly()
    {
        QFETCH(QString, object);
        QFETCH(QString, id);
        QFETCH(QString, path);
        const QUrl instance(u"https://acme.my.salesforce.com"_s);
        const auto url = recordUrl(instance, {object, id});
        QCOMPARE(url.path(), path);
        QCOMPARE(url.isEmpty(), path.isEmpty());
        QVERIFY(path.isEmpty() || isOwnUrl(instance, url));
        QVERIFY(recordUrl({}, {object, id}).isEmpty());
    }

    void theSearchPageHoldsTheTerm()
    {
        const QUrl instance(u"https://acme.my.salesforce.com"_s);
        const QString term = u"+1 (415) 555-1212 \"x\" é"_s;
        const auto url = searchPageUrl(instance, term);
        QCOMPARE(url.path(), u"/one/one.app"_s);
        const auto page =
            QJsonDocument::fromJson(QByteArray::fromBase64(url.fragment().toLatin1())).object();
        QCOMPARE(page[u"componentDef"_s].toString(), u"forceSearch:searchPageDesktop"_s);
        QCOMPARE(page[u"attributes"_s][u"term"_s].toString(), term);
        QVERIFY(isOwnUrl(instance, url));
        QVERIFY(searchPageUrl({}, term).isEmpty());
    }

    void onlyTheOrgsOwnPagesAreOpened_data()
    {
        QTest::addColumn<QString>("instance");
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("isOwn");
        const QString acme = u"https://acme.my.salesforce.com"_s;
        const QString sandbox = u"http://localhost:8080"_s;
        const auto row = [](const char* title, const QString& instance, const QString& url,
                            bool isOwn) {
            QTest::newRow(title) << instance << url << isOwn;
        };
        row("the instance", acme, u"https://acme.my.salesforce.com/lightning/r/x"_s, true);
        row("its Lightning twin", acme, u"https://acme.lightning.force.com/x"_s, true);
        row("its port written out", acme, u"https://acme.my.salesforce.com:443/x"_s, true);
        row("a developer's twin", u"https://a-dev-ed.develop.my.salesforce.com"_s,
            u"https://a-dev-ed.develop.lightning.force.com/x"_s, true);
        row("plain HTTP", acme, u"http://acme.my.salesforce.com/x"_s, false);
        row("another port", acme, u"https://acme.my.salesforce.com:8443/x"_s, false);
        row("another org", acme, u"https://evil.my.salesforce.com/x"_s, false);
        row("another org's twin", acme, u"https://evil.lightning.force.com/x"_s, false);
        row("a longer host", acme, u"https://acme.my.salesforce.com.evil.example/x"_s, false);
        row("a user in front", acme, u"https://acme.my.salesforce.com@evil.example/x"_s, false);
        row("a user at the right host", acme, u"https://u:p@acme.my.salesforce.com/x"_s, false);
        row("a file", acme, u"file:///etc/passwd"_s, false);
        row("a script", acme, u"javascript:alert(1)"_s, false);
        row("nothing", acme, QString(), false);
        row("signed out", QString(), u"https://acme.my.salesforce.com/x"_s, false);
        row("the sandbox", sandbox, u"http://localhost:8080/x"_s, true);
        row("another port of this computer", sandbox, u"http://localhost:9090/x"_s, false);
        row("another name of this computer", sandbox, u"http://127.0.0.1:8080/x"_s, false);
    }

    void onlyTheOrgsOwnPagesAreOpened()
    {
        QFETCH(QString, instance);
        QFETCH(QString, url);
        QFETCH(bool, isOwn);
        QCOMPARE(isOwnUrl(QUrl(instance), QUrl(url)), isOwn);
    }
};

QTEST_GUILESS_MAIN(TestAddresses)
#include "tst_salesforce_addresses.moc"
