// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/paths.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace companion::storage {

using namespace Qt::StringLiterals;

namespace {

    QString stateFolder()
    {
#if defined(Q_OS_LINUX)
        // QStandardPaths knows this place from Qt 6.7 on only.
        const QString state = qEnvironmentVariable("XDG_STATE_HOME");
        return QDir::isAbsolutePath(state) ? state : QDir::homePath() + u"/.local/state"_s;
#else
        return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
#endif
    }

} // namespace

Paths Paths::forProfile(const QString& profile)
{
    const QString own = u"/cloudone-companion/"_s;
    const QString config = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation);
    const QString data = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
    return {.settingsFile = config + own + profile + u".ini"_s,
            .databaseFile = data + own + profile + u"/companion.db"_s,
            .logFolder = stateFolder() + own + profile + u"/log"_s};
}

Result<Done> Paths::create() const
{
    const auto mine = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    for (const auto& folder :
         {QFileInfo(settingsFile).path(), QFileInfo(databaseFile).path(), logFolder}) {
        if (!QDir().mkpath(folder))
            return Error{
                Error::Kind::Storage,
                u"The folder %1 cannot be made. Check that it may be written to."_s.arg(folder)};
        QFile::setPermissions(folder, mine);
    }
    return Done{};
}

} // namespace companion::storage
