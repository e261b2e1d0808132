// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/storage/policysource.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSettings>

namespace companion::storage {

using namespace Qt::StringLiterals;

std::optional<QString> settingText(const QJsonValue& value)
{
    if (value.isBool())
        return value.toBool() ? u"true"_s : u"false"_s;
    if (value.isDouble())
        return QString::number(value.toDouble(), 'g', 15);
    if (value.isArray())
        return QString::fromUtf8(QJsonDocument(value.toArray()).toJson(QJsonDocument::Compact));
    return value.isString() ? std::optional(value.toString()) : std::nullopt;
}

namespace {

    void takeLayer(const QJsonValue& layer, QHash<QString, QString>& values, QStringList& problems)
    {
        if (!layer.isObject() && !layer.isUndefined()) {
            problems.append(u"A layer of the policy is no JSON object."_s);
            return;
        }
        const auto object = layer.toObject();
        for (auto at = object.constBegin(); at != object.constEnd(); ++at) {
            const auto text = settingText(at.value());
            const auto checked = text
                ? checkSetting(at.key(), *text)
                : Result<QString>(
                    Error{Error::Kind::Rejected, u"“%1” has no value."_s.arg(at.key().left(80))});
            if (checked)
                values.insert(at.key(), *checked);
            else
                problems.append(u"Policy: "_s + checked.error().detail);
        }
    }

    [[maybe_unused]] void takeNative(const QString& place, QHash<QString, QString>& layer,
                                     QStringList& problems)
    {
        const QSettings native(place, QSettings::NativeFormat);
        QJsonObject object;
        const auto keys = native.allKeys();
        for (const auto& key : keys)
            object.insert(key, QJsonValue::fromVariant(native.value(key))); // lists, too
        takeLayer(object, layer, problems);
    }

} // namespace

Policy parsePolicy(const QByteArray& json)
{
    Policy policy;
    QJsonParseError error{};
    const auto document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject()) {
        policy.problems.append(
            u"The policy is no JSON object (%1 at byte %2)."_s.arg(error.errorString())
                .arg(error.offset));
        return policy;
    }
    const auto object = document.object();
    takeLayer(object.value("defaults"_L1), policy.layers.policyDefaults, policy.problems);
    takeLayer(object.value("enforced"_L1), policy.layers.enforced, policy.problems);
    const auto keys = object.keys();
    for (const auto& key : keys)
        if (key != "defaults"_L1 && key != "enforced"_L1)
            policy.problems.append(
                u"The policy has a part “%1” that means nothing."_s.arg(key.left(40)));
    return policy;
}

Policy readPolicy(const QString& file)
{
    QString path = file;
#if defined(Q_OS_WIN)
    if (path.isEmpty()) {
        Policy policy;
        const QString root = u"HKEY_LOCAL_MACHINE\\Software\\Policies\\Cloud One\\Companion\\"_s;
        takeNative(root + u"Defaults"_s, policy.layers.policyDefaults, policy.problems);
        takeNative(root + u"Enforced"_s, policy.layers.enforced, policy.problems);
        return policy;
    }
#elif defined(Q_OS_MACOS)
    if (path.isEmpty()) {
        Policy policy;
        takeNative(u"/Library/Managed Preferences/co.cloudone.companion.defaults.plist"_s,
                   policy.layers.policyDefaults, policy.problems);
        takeNative(u"/Library/Managed Preferences/co.cloudone.companion.enforced.plist"_s,
                   policy.layers.enforced, policy.problems);
        return policy;
    }
#else
    if (path.isEmpty())
        path = u"/etc/cloudone-companion/policy.json"_s;
#endif
    QFile document(path);
    if (!document.exists() && file.isEmpty())
        return {};
    if (!document.open(QIODevice::ReadOnly)) {
        Policy policy;
        policy.problems.append(u"The policy cannot be read: %1"_s.arg(document.errorString()));
        return policy;
    }
    return parsePolicy(document.read(1024LL * 1024));
}

} // namespace companion::storage
