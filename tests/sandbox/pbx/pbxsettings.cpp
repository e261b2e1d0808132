// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/pbxsettings.h"

#include <array>
#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    template <typename Value>
    using Member = std::pair<const char*, Value PbxSettings::*>;

    constexpr std::array kTexts{
        Member<QString>{"clientId", &PbxSettings::clientId},
        Member<QString>{"clientSecret", &PbxSettings::clientSecret},
        Member<QString>{"serial", &PbxSettings::serial},
        Member<QString>{"firmware", &PbxSettings::firmware},
    };

    constexpr std::array kNumbers{
        Member<int>{"accessSeconds", &PbxSettings::accessSeconds},
        Member<int>{"refreshSeconds", &PbxSettings::refreshSeconds},
        Member<int>{"tokenCap", &PbxSettings::tokenCap},
        Member<int>{"blockSeconds", &PbxSettings::blockSeconds},
        Member<int>{"silenceMs", &PbxSettings::silenceMs},
        Member<int>{"utcOffsetSeconds", &PbxSettings::utcOffsetSeconds},
        Member<int>{"ownPickUpMs", &PbxSettings::ownPickUpMs},
        Member<int>{"farEndMs", &PbxSettings::farEndMs},
        Member<int>{"recordingDelayMs", &PbxSettings::recordingDelayMs},
    };

    constexpr std::array kSwitches{
        Member<bool>{"recordCalls", &PbxSettings::recordCalls},
        Member<bool>{"refuseBadUpgrade", &PbxSettings::refuseBadUpgrade},
        Member<bool>{"newTokenEndsOld", &PbxSettings::newTokenEndsOld},
    };

    //! \brief Whether \p key is one of \p table and \p value of its type; then it is taken.
    template <typename Table>
    bool take(const Table& table, const QString& key, const QJsonValue& value,
              PbxSettings& settings)
    {
        for (const auto& [name, member] : table) {
            if (key != QLatin1StringView(name))
                continue;
            auto& place = settings.*member;
            using Type = std::remove_reference_t<decltype(place)>;
            if constexpr (std::is_same_v<Type, QString>) {
                place = value.toString(place);
                return value.isString();
            } else if constexpr (std::is_same_v<Type, int>) {
                place = value.toInt(place);
                return value.isDouble();
            } else {
                place = value.toBool(place);
                return value.isBool();
            }
        }
        return false;
    }

    using Fault = std::pair<const char*, bool PbxFaults::*>;

    constexpr std::array kFaults{
        Fault{"ip-forbidden", &PbxFaults::ipForbidden},
        Fault{"api-off", &PbxFaults::apiOff},
        Fault{"html", &PbxFaults::html},
        Fault{"internal-error", &PbxFaults::internalError},
        Fault{"bad-json", &PbxFaults::badJson},
    };

} // namespace

std::optional<PbxSettings> PbxSettings::changedBy(const QJsonObject& changes,
                                                  QString& wrongKey) const
{
    auto settings = *this;
    for (auto it = changes.begin(); it != changes.end(); ++it) {
        if (it.key() == "shape"_L1 && it.value().isObject()) {
            settings.shape = shape.changedBy(it.value().toObject());
            continue;
        }
        const bool taken = take(kTexts, it.key(), it.value(), settings)
            || take(kNumbers, it.key(), it.value(), settings)
            || take(kSwitches, it.key(), it.value(), settings);
        if (!taken) {
            wrongKey = it.key();
            return std::nullopt;
        }
    }
    return settings;
}

QJsonObject PbxSettings::json() const
{
    QJsonObject object{{u"shape"_s, shape.json()}};
    for (const auto& [name, member] : kTexts)
        object.insert(QLatin1StringView(name), this->*member);
    for (const auto& [name, member] : kNumbers)
        object.insert(QLatin1StringView(name), this->*member);
    for (const auto& [name, member] : kSwitches)
        object.insert(QLatin1StringView(name), this->*member);
    return object;
}

bool PbxFaults::set(const QString& name, const QJsonValue& value)
{
    for (const auto& [known, member] : kFaults) {
        if (name == QLatin1StringView(known)) {
            this->*member = value.toBool(true);
            return true;
        }
    }
    if (name == "http-status"_L1)
        serverStatus = value.toInt(0);
    else if (name == "slow"_L1)
        slowMs = value.toInt(0);
    else if (name == "cut"_L1)
        cutAfterBytes = value.toInt(-1);
    else if (name == "dial-failure"_L1)
        nextDialFailure = value.toString();
    else
        return false;
    return true;
}

QJsonObject PbxFaults::json() const
{
    QJsonObject object{{u"http-status"_s, serverStatus},
                       {u"slow"_s, slowMs},
                       {u"cut"_s, cutAfterBytes},
                       {u"dial-failure"_s, nextDialFailure}};
    for (const auto& [name, member] : kFaults)
        object.insert(QLatin1StringView(name), this->*member);
    return object;
}

} // namespace companion::sandbox
