// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/platform/browser.h"

#include <QDesktopServices>
#include <QGuiApplication>
#include <QProcess>
#include <QStandardPaths>

namespace companion::platform {

using namespace Qt::StringLiterals;

bool openInBrowser(const QUrl& url)
{
#if defined(Q_OS_LINUX)
    // Started by ourselves and not by QDesktopServices: its offscreen and minimal platforms open
    // nothing, and on a desktop it would only call the same program.
    const QString address = url.toString(QUrl::FullyEncoded);
    const QString opener = QStandardPaths::findExecutable(u"xdg-open"_s);
    if (!opener.isEmpty() && QProcess::startDetached(opener, {address}))
        return true;
    const auto named = qEnvironmentVariable("BROWSER").split(u':', Qt::SkipEmptyParts);
    for (const auto& browser :
         named + QStringList{u"x-www-browser"_s, u"chromium"_s, u"firefox"_s}) {
        const QString program = QStandardPaths::findExecutable(browser);
        if (!program.isEmpty() && QProcess::startDetached(program, {address}))
            return true;
    }
#endif
    return QDesktopServices::openUrl(url);
}

} // namespace companion::platform
