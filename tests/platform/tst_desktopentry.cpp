// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// A phone link on its way through the real xdg-open, as a browser starts it: to this program, which
// writes down how it was started.
#include "app/platform/desktopentry.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QScopeGuard>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <cstdio>

using namespace companion;
using namespace Qt::StringLiterals;

namespace {

constexpr auto heardIn = "COMPANION_TEST_HEARD"; // the file for the words of a start by a link
const QString phoneLink = u"tel:%28415%29%20555-1212;ext=7"_s;

int writeDown(const QString& path)
{
    QFile heard(path);
    const auto words = QCoreApplication::arguments().mid(1).join(u'\n').toUtf8();
    return heard.open(QIODevice::WriteOnly) && heard.write(words) == words.size() ? 0 : 1;
}

QString contents(const QString& path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

class TestDesktopEntry : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    [[nodiscard]] QString heard() const { return m_folder.filePath(u"heard"_s); }

    //! Waits until the entry is the default for links: xdg-mime works beside us.
    [[nodiscard]] static bool isDefault()
    {
        return QTest::qWaitFor([] {
            QProcess asked;
            asked.start(u"xdg-mime"_s, {u"query"_s, u"default"_s, u"x-scheme-handler/tel"_s});
            return asked.waitForFinished()
                && asked.readAllStandardOutput().startsWith("cloudone-companion.desktop");
        });
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto* name : {"XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"}) {
            const QString folder = m_folder.filePath(QString::fromLatin1(name));
            QVERIFY(QDir().mkpath(folder));
            qputenv(name, folder.toUtf8());
        }
        qputenv("XDG_CURRENT_DESKTOP", "openbox"); // no desktop that xdg-open hands over to
        qputenv("DISPLAY", ":none"); // it asks for one before it looks for a program
        qputenv(heardIn, heard().toUtf8());
    }

    void init()
    {
        QFile::remove(heard());
        qunsetenv("APPIMAGE");
    }

    void linkReachesTheProgram_data()
    {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("words");
        QTest::newRow("default") << u"default"_s << phoneLink;
        QTest::newRow("another") << u"night-shift"_s << u"--profile\nnight-shift\n"_s + phoneLink;
    }
    void linkReachesTheProgram()
    {
        QFETCH(const QString, profile);
        QFETCH(const QString, words);
        if (QStandardPaths::findExecutable(u"xdg-open"_s).isEmpty()) {
            QVERIFY2(!qEnvironmentVariableIsSet("CI"), "tests/run.sh installs xdg-utils");
            QSKIP("xdg-utils are not installed");
        }
        QVERIFY(platform::registerDialLinks(profile));
        QVERIFY(isDefault());
        QProcess opened;
        opened.setProcessChannelMode(QProcess::MergedChannels);
        opened.start(u"xdg-open"_s, {phoneLink});
        QVERIFY(opened.waitForFinished());
        const auto said = opened.readAll();
        QTRY_VERIFY2(!contents(heard()).isEmpty(), said.constData());
        QTRY_COMPARE(contents(heard()), words);
    }

    void programIsQuotedWhereItMustBe_data()
    {
        QTest::addColumn<QString>("program");
        QTest::addColumn<QString>("exec");
        const auto row = [](const QString& program, const QString& exec) {
            QTest::newRow(qPrintable(program)) << program << exec;
        };
        // xdg-open itself knows no quotes, so they stand only where desktops need them.
        row(u"/opt/companion-1.0_x/App.AppImage"_s, u"/opt/companion-1.0_x/App.AppImage %u"_s);
        row(u"/home/jane/My Apps/c"_s, uR"("/home/jane/My Apps/c" %u)"_s);
        row(u"/opt/a$b"_s, uR"("/opt/a\\$b" %u)"_s); // once for the string, once for the quotes
        row(u"/opt/a\\b"_s, uR"("/opt/a\\\\b" %u)"_s);
        row(u"/opt/100%/c"_s, u"/opt/100%%/c %u"_s);
        row(u"/opt/(x86)/c"_s, uR"("/opt/(x86)/c" %u)"_s);
    }
    void programIsQuotedWhereItMustBe()
    {
        QFETCH(const QString, program);
        QFETCH(const QString, exec);
        qputenv("APPIMAGE", program.toUtf8());
        const auto path = qgetenv("PATH");
        qputenv("PATH", {}); // no xdg-mime: what it writes is not of interest here
        const auto restored = qScopeGuard([path] { qputenv("PATH", path); });
        QVERIFY(platform::registerDialLinks(u"default"_s));
        const auto entry =
            contents(QStandardPaths::writableLocation(QStandardPaths::ApplicationsLocation)
                     + u"/cloudone-companion.desktop"_s);
        QVERIFY2(entry.contains(u"\nExec=%1\n"_s.arg(exec)), qPrintable(entry));
    }

    void autostartIsThisProfilesAlone()
    {
        const auto file = [](const QString& profile) -> QString {
            return QStandardPaths::writableLocation(QStandardPaths::ConfigLocation)
                + u"/autostart/cloudone-companion-%1.desktop"_s.arg(profile);
        };
        QVERIFY(platform::setAutostart(true, u"a"_s));
        QVERIFY(platform::setAutostart(true, u"b"_s));
        QVERIFY(contents(file(u"a"_s)).contains(" --minimized --profile a\n"_L1));
        QVERIFY(platform::setAutostart(false, u"a"_s));
        QVERIFY(!QFile::exists(file(u"a"_s)));
        QVERIFY(QFile::exists(file(u"b"_s)));
    }
};

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    const auto words = QCoreApplication::arguments();
    if (qEnvironmentVariableIsSet(heardIn) && words.constLast() == phoneLink)
        return writeDown(qEnvironmentVariable(heardIn));
    TestDesktopEntry test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_desktopentry.moc"
