// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/addresswatch.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

#include <sched.h>
#include <unistd.h>

using namespace companion::platform;
using namespace Qt::StringLiterals;

namespace {

bool runsIp(const QStringList& words)
{
    QProcess ip;
    ip.start(u"ip"_s, words);
    return ip.waitForFinished() && ip.exitCode() == 0;
}

bool setsAddress(const QString& verb, const QString& address)
{
    return runsIp({u"addr"_s, verb, address, u"dev"_s, u"lo"_s});
}

//! From here on this process has a network of its own, with nothing in it.
bool entersAnotherNetwork()
{
    if (::unshare(CLONE_NEWNET) == 0)
        return true;
    return ::geteuid() != 0 && ::unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0;
}

} // namespace

class TestAddressWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void addressesOfTheMachineItselfDoNotCount()
    {
        const auto outward = outwardAddresses(
            {QHostAddress(u"127.0.0.1"_s), QHostAddress(u"::1"_s), QHostAddress(u"169.254.7.7"_s),
             QHostAddress(u"fe80::1%eth0"_s), QHostAddress(u"192.0.2.7"_s),
             QHostAddress(u"10.8.0.2"_s), QHostAddress(u"2001:db8::7"_s)});
        const QSet<QHostAddress> wanted{QHostAddress(u"192.0.2.7"_s), QHostAddress(u"10.8.0.2"_s),
                                        QHostAddress(u"2001:db8::7"_s)};
        QCOMPARE(outward, wanted);
    }

    void addressThatComesAndGoesIsTold()
    {
        if (!entersAnotherNetwork() || !runsIp({u"link"_s, u"set"_s, u"lo"_s, u"up"_s})
            || !setsAddress(u"add"_s, u"192.0.2.1/32"_s))
            QSKIP("this machine allows no network of one's own");
        AddressWatch watch;
        QSignalSpy changed(&watch, &AddressWatch::changed);
        QVERIFY(setsAddress(u"add"_s, u"10.8.0.2/32"_s)); // a VPN comes
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(setsAddress(u"add"_s, u"169.254.7.7/32"_s)); // a container
        QVERIFY(setsAddress(u"change"_s, u"10.8.0.2/32"_s)); // renewed
        QVERIFY(setsAddress(u"del"_s, u"10.8.0.2/32"_s)); // it goes
        QTRY_COMPARE(changed.size(), 2);
    }

    // Regression: a tunnel has its address before it is switched on (wg-quick does it so), and
    // keeps it when it is switched off.
    void interfaceThatIsSwitchedOnAndOffIsTold()
    {
        if (!entersAnotherNetwork()
            || !runsIp({u"link"_s, u"add"_s, u"tunnel"_s, u"type"_s, u"veth"_s, u"peer"_s,
                        u"name"_s, u"end"_s}))
            QSKIP("this machine allows no network of one's own, or knows no virtual cables");
        AddressWatch watch;
        QSignalSpy changed(&watch, &AddressWatch::changed);
        QVERIFY(runsIp({u"addr"_s, u"add"_s, u"10.8.0.2/32"_s, u"dev"_s, u"tunnel"_s}));
        QVERIFY(runsIp({u"link"_s, u"set"_s, u"tunnel"_s, u"up"_s}));
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(runsIp({u"link"_s, u"set"_s, u"tunnel"_s, u"mtu"_s, u"1400"_s}));
        QVERIFY(runsIp({u"link"_s, u"set"_s, u"tunnel"_s, u"down"_s}));
        QTRY_COMPARE(changed.size(), 2);
    }
};

QTEST_GUILESS_MAIN(TestAddressWatch)
#include "tst_addresswatch.moc"
