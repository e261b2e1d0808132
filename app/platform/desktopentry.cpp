// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/desktopentry.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QSaveFile>
#include <QSettings>
#include <QStandardPaths>

#include <algorithm>

namespace companion::platform {

using namespace Qt::StringLiterals;

namespace {

    [[maybe_unused]] Result<Done> writeFile(const QString& path, const QString& text)
    {
        QDir().mkpath(QFileInfo(path).path());
        QSaveFile file(path);
        if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) < 0 || !file.commit())
            return Error{Error::Kind::Storage,
                         u"cannot write the desktop entry: "_s + file.errorString()};
        return Done{};
    }

    //! The program's path as the Exec key wants it (desktop entry specification, "The Exec key"):
    //! in quotes only where it must be, for xdg-open takes quotes for a part of the name.
    [[maybe_unused]] QString programForExec()
    {
        constexpr auto reserved = " \t\n\"'\\><~|&;$*?#()`"_L1;
        QString path = qEnvironmentVariable("APPIMAGE", QCoreApplication::applicationFilePath());
        path.replace(u'%', u"%%"_s);
        const bool isPlain = std::none_of(path.cbegin(), path.cend(),
                                          [&](QChar letter) { return reserved.contains(letter); });
        if (isPlain)
            return path;
        for (const QChar special : {u'\\', u'"', u'`', u'$'})
            path.replace(special, QString(u'\\' + QString(special)));
        path.replace(u'\\', u"\\\\"_s); // once more: every value of the file is a string
        return u'"' + path + u'"';
    }

    //! What a start by a link needs to find the instance of \p profile.
    [[maybe_unused]] QString profileWords(const QString& profile)
    {
        return profile == "default"_L1 ? QString() : u" --profile "_s + profile;
    }

} // namespace

#if defined(Q_OS_WIN)

Result<Done> registerDialLinks(const QString& profile)
{
    const QString program = QDir::toNativeSeparators(QCoreApplication::applicationFilePath());
    QSettings classes(u"HKEY_CURRENT_USER\\Software\\Classes"_s, QSettings::NativeFormat);
    classes.setValue(u"CloudOneCompanion.tel/shell/open/command/."_s,
                     u"\"%1\"%2 \"%3\""_s.arg(program, profileWords(profile), u"%1"_s));
    QSettings abilities(u"HKEY_CURRENT_USER\\Software\\Cloud One\\Companion\\Capabilities"_s,
                        QSettings::NativeFormat);
    abilities.setValue(u"ApplicationName"_s, u"Cloud One Companion"_s);
    for (const auto& scheme : {u"tel"_s, u"callto"_s, u"sip"_s, u"sips"_s})
        abilities.setValue(u"UrlAssociations/"_s + scheme, u"CloudOneCompanion.tel"_s);
    QSettings registered(u"HKEY_CURRENT_USER\\Software\\RegisteredApplications"_s,
                         QSettings::NativeFormat);
    registered.setValue(u"Cloud One Companion"_s,
                        u"Software\\Cloud One\\Companion\\Capabilities"_s);
    return Done{};
}

Result<Done> setAutostart(bool enabled, const QString& profile)
{
    QSettings run(u"HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run"_s,
                  QSettings::NativeFormat);
    const QString program = QDir::toNativeSeparators(QCoreApplication::applicationFilePath());
    const QString name = u"CloudOneCompanion-"_s + profile;
    if (enabled)
        run.setValue(name, u"\"%1\" --minimized --profile %2"_s.arg(program, profile));
    else
        run.remove(name);
    return Done{};
}

#elif defined(Q_OS_MACOS)

Result<Done> registerDialLinks(const QString& profile)
{
    Q_UNUSED(profile)
    return Done{}; // CFBundleURLTypes of the bundle does it
}

Result<Done> setAutostart(bool enabled, const QString& profile)
{
    const QString label = u"co.cloudone.companion."_s + profile;
    const QString path = QDir::homePath() + u"/Library/LaunchAgents/%1.plist"_s.arg(label);
    if (!enabled) {
        QFile::remove(path);
        return Done{};
    }
    const QString program = QCoreApplication::applicationFilePath().toHtmlEscaped();
    return writeFile(
        path,
        u"<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<plist version=\"1.0\"><dict>"
        "<key>Label</key><string>%1</string><key>RunAtLoad</key><true/>"
        "<key>ProgramArguments</key><array><string>%2</string><string>--minimized</string>"
        "<string>--profile</string><string>%3</string></array></dict></plist>\n"_s.arg(
            label, program, profile));
}

#else

Result<Done> registerDialLinks(const QString& profile)
{
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::ApplicationsLocation);
    const QString schemes =
        u"x-scheme-handler/tel;x-scheme-handler/callto;x-scheme-handler/sip;x-scheme-handler/sips;"_s;
    auto written =
        writeFile(folder + "/cloudone-companion.desktop"_L1,
                  u"[Desktop Entry]\nType=Application\nName=Cloud One Companion\n"
                  "Comment=Calls and Salesforce, side by side\nExec=%1%2 %u\n"
                  "Icon=cloudone-companion\nTerminal=false\nCategories=Office;Network;Telephony;\n"
                  "StartupNotify=false\nMimeType=%3\n"_s.arg(programForExec(),
                                                             profileWords(profile), schemes));
    if (!written)
        return written;
    // Both are best effort: a desktop without them reads the entry by itself.
    QProcess::startDetached(u"update-desktop-database"_s, {folder});
    const auto each = schemes.split(u';', Qt::SkipEmptyParts);
    const QString tool = QStandardPaths::findExecutable(u"xdg-mime"_s);
    if (!tool.isEmpty())
        QProcess::startDetached(tool,
                                QStringList{u"default"_s, u"cloudone-companion.desktop"_s} + each);
    return Done{};
}

Result<Done> setAutostart(bool enabled, const QString& profile)
{
    const QString path = QStandardPaths::writableLocation(QStandardPaths::ConfigLocation)
        + u"/autostart/cloudone-companion-"_s + profile + u".desktop"_s;
    if (!enabled) {
        QFile::remove(path);
        return Done{};
    }
    return writeFile(path,
                     u"[Desktop Entry]\nType=Application\nName=Cloud One Companion\nExec=%1 "
                     u"--minimized --profile %2\n"
                     "Icon=cloudone-companion\nX-GNOME-Autostart-enabled=true\n"_s.arg(
                         programForExec(), profile));
}

#endif

} // namespace companion::platform
