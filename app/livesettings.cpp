// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/livesettings.h"

#include "app/storage/settingsfile.h"

#include <QLocale>

namespace companion {

using namespace Qt::StringLiterals;

LiveSettings::LiveSettings(storage::SettingsFile& file, const SettingLayers& policy,
                           QObject* parent)
    : QObject(parent), m_file(file), m_layers(policy)
{
    apply();
}

void LiveSettings::apply()
{
    m_layers.user = m_file.values();
    m_settings = settingsFrom(m_layers, QLocale::territoryToCode(QLocale::system().territory()));
}

Result<Done> LiveSettings::change(const QString& key, const QString& value)
{
    const auto checked = checkSetting(key, value);
    if (!checked)
        return checked.error();
    if (m_layers.origin(key) == SettingOrigin::Enforced) {
        if (m_layers.value(key) == *checked)
            return Done{};
        return Error{Error::Kind::Forbidden, u"“%1” is set by your organisation."_s.arg(key)};
    }
    if (const auto kept = m_file.set(key, *checked); !kept)
        return kept.error();
    apply();
    Q_EMIT changed(m_settings);
    return Done{};
}

Result<Done> LiveSettings::reset(const QStringList& keys)
{
    for (const auto& key : keys)
        if (const auto removed = m_file.remove(key); !removed)
            return removed.error();
    apply();
    Q_EMIT changed(m_settings);
    return Done{};
}

} // namespace companion
