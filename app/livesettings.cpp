// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/livesettings.h"

#include "app/storage/settingsfile.h"

#include <QLocale>

#include <algorithm>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

LiveSettings::LiveSettings(storage::SettingsFile& file, SettingLayers policy, QObject* parent)
    : QObject(parent), m_file(file), m_layers(std::move(policy))
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
    return change(QHash<QString, QString>{{key, value}});
}

Result<Done> LiveSettings::change(const QHash<QString, QString>& values)
{
    QHash<QString, QString> wanted;
    auto keys = values.keys();
    std::sort(keys.begin(), keys.end());
    for (const auto& key : std::as_const(keys)) {
        const auto checked = checkSetting(key, values.value(key));
        if (!checked)
            return checked.error();
        if (m_layers.origin(key) != SettingOrigin::Enforced)
            wanted.insert(key, *checked);
        else if (m_layers.value(key) != *checked)
            return Error{Error::Kind::Forbidden, u"“%1” is set by your organisation."_s.arg(key)};
    }
    if (wanted.isEmpty())
        return Done{};
    if (const auto kept = m_file.set(wanted); !kept)
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
