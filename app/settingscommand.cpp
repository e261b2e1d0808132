// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/settingscommand.h"

#include "app/livesettings.h"
#include "app/storage/policysource.h"

#include <QFile>
#include <QJsonDocument>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    CommandOutcome get(const CommandLine& line, const LiveSettings& settings)
    {
        const QString key = line.arguments.at(1);
        if (!findSetting(key))
            return CommandOutcome::refused(
                u"There is no setting “%1”. See settings list."_s.arg(key.left(80)));
        const QString value = settings.layers().value(key);
        return {.out = line.wantsJson ? jsonText(QJsonObject{{key, value}}) : value + u'\n'};
    }

    CommandOutcome set(const CommandLine& line, LiveSettings& settings)
    {
        const auto kept = settings.change(line.arguments.at(1), line.arguments.at(2));
        return kept ? CommandOutcome{} : CommandOutcome::refused(kept.error().detail);
    }

    CommandOutcome importFrom(const QString& path, LiveSettings& settings)
    {
        QFile file(path);
        if (!file.open(QIODevice::ReadOnly))
            return CommandOutcome::refused(u"This file cannot be read: "_s + file.errorString());
        const auto document = QJsonDocument::fromJson(file.readAll());
        if (!document.isObject())
            return CommandOutcome::refused(
                u"This file holds no settings: a JSON object of keys and values is expected."_s);
        const auto object = document.object();
        QHash<QString, QString> wanted;
        for (auto at = object.constBegin(); at != object.constEnd(); ++at) {
            const auto text = storage::settingText(at.value());
            if (!text)
                return CommandOutcome::refused(
                    u"“%1” has no value. Nothing was imported."_s.arg(at.key().left(80)));
            wanted.insert(at.key(), *text);
        }
        const auto kept = settings.change(wanted);
        return kept ? CommandOutcome{}
                    : CommandOutcome::refused(kept.error().detail + u" Nothing was imported."_s);
    }

    //! The user's own choices, as they can be imported: into a file, or to standard output.
    CommandOutcome exportOwn(const QStringList& path, const SettingLayers& layers)
    {
        QJsonObject object;
        for (const auto& spec : settingSpecs())
            if (layers.origin(spec.key) == SettingOrigin::User)
                object.insert(spec.key, layers.value(spec.key));
        if (path.isEmpty())
            return {.out = jsonText(object)};
        QFile file(path.constFirst());
        if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(object).toJson()) < 0)
            return CommandOutcome::refused(u"This file cannot be written: "_s + file.errorString());
        return {};
    }

    CommandOutcome list(const SettingLayers& layers, bool asJson)
    {
        QJsonObject object;
        QString lines;
        for (const auto& spec : settingSpecs()) {
            const QString value = layers.value(spec.key);
            const bool isEnforced = layers.origin(spec.key) == SettingOrigin::Enforced;
            object.insert(spec.key, value);
            lines += u"%1 = %2%3\n"_s.arg(
                spec.key, value, isEnforced ? u"  (set by your organisation)"_s : QString());
        }
        return {.out = asJson ? jsonText(object) : lines};
    }

} // namespace

CommandOutcome executeSettings(const CommandLine& line, LiveSettings& settings)
{
    const QString word = line.arguments.constFirst();
    if (word == "get"_L1)
        return get(line, settings);
    if (word == "set"_L1)
        return set(line, settings);
    if (word == "import"_L1)
        return importFrom(line.arguments.at(1), settings);
    if (word == "export"_L1)
        return exportOwn(line.arguments.mid(1), settings.layers());
    return list(settings.layers(), line.wantsJson);
}

} // namespace companion
