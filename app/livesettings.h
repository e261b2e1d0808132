// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/settings.h"

#include <QObject>
#include <QString>

namespace companion {

namespace storage {
    class SettingsFile;
}

//! \brief The settings in force, their layers, and the file that the user's own are kept in.
class LiveSettings : public QObject
{
    Q_OBJECT

public:
    //! \p policy: the policy's two layers; `user` of it is taken from the file.
    LiveSettings(storage::SettingsFile& file, SettingLayers policy, QObject* parent = nullptr);

    [[nodiscard]] const Settings& settings() const { return m_settings; }
    [[nodiscard]] const SettingLayers& layers() const { return m_layers; }
    //! Checks, stores and applies. Forbidden when the policy enforces another value.
    Result<Done> change(const QString& key, const QString& value);
    //! All of them, or none; the error names the key that is in the way.
    Result<Done> change(const QHash<QString, QString>& values);
    //! Back to what they would be without the user's choice.
    Result<Done> reset(const QStringList& keys);

Q_SIGNALS:
    void changed(const companion::Settings& settings);

private:
    void apply();

    storage::SettingsFile& m_file;
    SettingLayers m_layers;
    Settings m_settings;
};

} // namespace companion
