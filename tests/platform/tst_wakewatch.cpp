// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/wakewatch.h"

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace companion::platform;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestWakeWatch : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QProcess m_bus;
    QString m_address;

    //! A logind on the bus of the test, which says that a sleep begins or is over.
    void say(const QString& interface, bool start) const
    {
        // What the watch has asked of the bus was only sent: after an answer it is in force.
        (void)QDBusConnection::systemBus().interface()->isServiceRegistered(u"org.example"_s);
        const QDBusConnection logind(u"logind"_s);
        auto signal = QDBusMessage::createSignal(u"/org/freedesktop/login1"_s, interface,
                                                 u"PrepareForSleep"_s);
        signal << start;
        QVERIFY(logind.send(signal));
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_folder.isValid());
        m_bus.start(u"dbus-daemon"_s,
                    {u"--session"_s, u"--nofork"_s, u"--print-address"_s,
                     u"--address=unix:dir="_s + m_folder.path()});
        if (!m_bus.waitForStarted())
            QSKIP("dbus-daemon is not installed");
        QVERIFY(m_bus.waitForReadyRead());
        m_address = QString::fromUtf8(m_bus.readLine()).trimmed();
        // Before the first use of the system bus: that is this one for the whole test.
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", m_address.toUtf8());
        QVERIFY(QDBusConnection::systemBus().isConnected());
        // As on a computer: logind is there long before anybody listens to it.
        auto logind = QDBusConnection::connectToBus(m_address, u"logind"_s);
        QVERIFY(logind.isConnected());
        QVERIFY(logind.registerService(u"org.freedesktop.login1"_s));
    }

    void cleanupTestCase()
    {
        QDBusConnection::disconnectFromBus(u"logind"_s);
        m_bus.terminate();
        QVERIFY(m_bus.state() == QProcess::NotRunning || m_bus.waitForFinished());
    }

    void endOfASleepIsTold()
    {
        WakeWatch watch;
        QSignalSpy awakened(&watch, &WakeWatch::awakened);
        QSignalSpy asleep(&watch, &WakeWatch::goingToSleep);
        say(u"org.freedesktop.login1.Manager"_s, true);
        QTRY_COMPARE(asleep.size(), 1);
        QCOMPARE(awakened.size(), 0);
        say(u"org.freedesktop.login1.Manager"_s, false);
        QTRY_COMPARE(awakened.size(), 1);
        QCOMPARE(asleep.size(), 1);
    }

    void everySleepIsTold()
    {
        WakeWatch watch;
        QSignalSpy awakened(&watch, &WakeWatch::awakened);
        for (int i = 1; i <= 3; ++i) {
            say(u"org.freedesktop.login1.Manager"_s, false);
            QTRY_COMPARE(awakened.size(), i);
        }
    }

    void signalOfAnotherInterfaceIsNoSleep()
    {
        WakeWatch watch;
        QSignalSpy awakened(&watch, &WakeWatch::awakened);
        say(u"org.example.Manager"_s, false);
        say(u"org.freedesktop.login1.Manager"_s, false);
        QTRY_COMPARE(awakened.size(), 1); // the second one alone, and they come in order
    }

    void clockThatRunsAsItShouldIsNoWaking()
    {
        WakeWatch watch;
        QSignalSpy awakened(&watch, &WakeWatch::awakened);
        watch.checkClock();
        watch.checkClock();
        QCOMPARE(awakened.size(), 0);
    }

    void jumpOfTheClockIsToldOnce_data()
    {
        QTest::addColumn<qint64>("shown"); // what the wall clock has gone meanwhile, in seconds
        QTest::newRow("slept for an hour") << 3630LL;
        QTest::newRow("set back by a day") << -86400LL;
    }

    void jumpOfTheClockIsToldOnce()
    {
        QFETCH(const qint64, shown);
        WakeWatch watch;
        QSignalSpy awakened(&watch, &WakeWatch::awakened);
        auto wall = QDateTime::currentDateTimeUtc();
        watch.checkClockAt(wall, 0s);
        wall = wall.addSecs(30);
        watch.checkClockAt(wall, 30s);
        QCOMPARE(awakened.size(), 0);
        wall = wall.addSecs(shown);
        watch.checkClockAt(wall, 30s);
        QCOMPARE(awakened.size(), 1);
        wall = wall.addSecs(30); // from then on it goes as it should
        watch.checkClockAt(wall, 30s);
        QCOMPARE(awakened.size(), 1);
    }

    void jumpOfTheClockIsSeen_data()
    {
        QTest::addColumn<qint64>("wall");
        QTest::addColumn<qint64>("steady");
        QTest::addColumn<bool>("hasJumped");
        QTest::newRow("nothing") << 0LL << 0LL << false;
        QTest::newRow("a heartbeat later") << 30000LL << 30000LL << false;
        QTest::newRow("set right by NTP") << 30800LL << 30000LL << false;
        QTest::newRow("slept for an hour") << 3630000LL << 30000LL << true;
        QTest::newRow("slept for some seconds") << 35000LL << 30000LL << true;
        QTest::newRow("set back") << -3600000LL << 30000LL << true;
        QTest::newRow("just below") << 34999LL << 30000LL << false;
    }

    void jumpOfTheClockIsSeen()
    {
        QFETCH(const qint64, wall);
        QFETCH(const qint64, steady);
        QFETCH(const bool, hasJumped);
        QCOMPARE(WakeWatch::hasJumped(std::chrono::milliseconds(wall),
                                      std::chrono::milliseconds(steady)),
                 hasJumped);
    }
};

QTEST_GUILESS_MAIN(TestWakeWatch)
#include "tst_wakewatch.moc"
