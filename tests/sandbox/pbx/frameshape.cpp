// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/frameshape.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <array>
#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    using Switch = std::pair<const char*, bool FrameShape::*>;

    constexpr std::array kSwitches{
        Switch{"endRecordForEachLeg", &FrameShape::endRecordForEachLeg},
        Switch{"doubled", &FrameShape::doubled},
        Switch{"doubledBye", &FrameShape::doubledBye},
        Switch{"withoutSerial", &FrameShape::withoutSerial},
        Switch{"unknownEvents", &FrameShape::unknownEvents},
        Switch{"lowerCaseType", &FrameShape::lowerCaseType},
        Switch{"numericStrings", &FrameShape::numericStrings},
        Switch{"nullMembers", &FrameShape::nullMembers},
        Switch{"messageAsObject", &FrameShape::messageAsObject},
        Switch{"blankCallPath", &FrameShape::blankCallPath},
        Switch{"trunkRings", &FrameShape::trunkRings},
    };

    constexpr std::array kLegs{
        std::pair{"changed", FrameShape::Legs::Changed},
        std::pair{"legs", FrameShape::Legs::Single},
        std::pair{"full", FrameShape::Legs::Full},
    };

    constexpr std::array kEndRecords{
        std::pair{"after", FrameShape::EndRecord::AfterBye},
        std::pair{"before", FrameShape::EndRecord::BeforeBye},
        std::pair{"between", FrameShape::EndRecord::BetweenByes},
        std::pair{"late", FrameShape::EndRecord::Late},
        std::pair{"twice", FrameShape::EndRecord::Twice},
        std::pair{"never", FrameShape::EndRecord::Never},
    };

    template <typename Table, typename Value>
    void choose(const Table& table, const QString& word, Value& value)
    {
        for (const auto& [name, meaning] : table) {
            if (word == QLatin1StringView(name))
                value = meaning;
        }
    }

    template <typename Table, typename Value>
    QString wordFor(const Table& table, Value value)
    {
        for (const auto& [name, meaning] : table) {
            if (meaning == value)
                return QString::fromLatin1(name);
        }
        return {};
    }

    QByteArray compact(const QJsonObject& object)
    {
        return QJsonDocument(object).toJson(QJsonDocument::Compact);
    }

    QByteArray quoted(const QByteArray& text)
    {
        const QJsonArray wrapped{QString::fromUtf8(text)};
        const auto json = QJsonDocument(wrapped).toJson(QJsonDocument::Compact);
        return json.mid(1, json.size() - 2);
    }

    //! \brief The order of the keys is that of the dumps: type, sn, msg.
    QByteArray frame(int topic, const QJsonObject& message, const FrameShape& shape,
                     const QString& serial)
    {
        QByteArray text = "{\"type\":" + QByteArray::number(topic);
        if (!shape.withoutSerial)
            text += ",\"sn\":" + quoted(serial.toUtf8());
        const auto body = compact(message);
        text += ",\"msg\":" + (shape.messageAsObject ? body : quoted(body)) + '}';
        return text;
    }

    QJsonObject withNumericStrings(QJsonObject message)
    {
        for (auto it = message.begin(); it != message.end(); ++it) {
            if (it.value().isDouble())
                it.value() = QString::number(it.value().toInteger());
        }
        return message;
    }

    bool carriesBye(const PbxEvent& event)
    {
        return event.topic == 30011 && compact(event.message).contains("\"BYE\"");
    }

} // namespace

FrameShape FrameShape::changedBy(const QJsonObject& changes) const
{
    auto shape = *this;
    choose(kLegs, changes.value("frames"_L1).toString(), shape.legs);
    choose(kEndRecords, changes.value("endRecord"_L1).toString(), shape.endRecord);
    shape.lateMs = changes.value("lateMs"_L1).toInt(lateMs);
    for (const auto& [name, member] : kSwitches)
        shape.*member = changes.value(QLatin1StringView(name)).toBool(shape.*member);
    return shape;
}

QJsonObject FrameShape::json() const
{
    QJsonObject object{{u"frames"_s, wordFor(kLegs, legs)},
                       {u"endRecord"_s, wordFor(kEndRecords, endRecord)},
                       {u"lateMs"_s, lateMs}};
    for (const auto& [name, member] : kSwitches)
        object.insert(QLatin1StringView(name), this->*member);
    return object;
}

QList<QByteArray> encode(const PbxEvent& event, const QString& serial)
{
    auto message = event.message;
    const auto& shape = event.shape;
    if (shape.lowerCaseType && event.topic == 30012)
        message.insert("type"_L1, message.value("type"_L1).toString().toLower());
    if (shape.numericStrings && event.topic == 30012)
        message = withNumericStrings(message);
    if (shape.nullMembers && event.topic == 30015)
        message.insert("members"_L1, QJsonValue::Null);
    const auto text = frame(event.topic, message, shape, serial);
    QList<QByteArray> frames{text};
    if (shape.doubled || (shape.doubledBye && carriesBye(event)))
        frames.append(text);
    if (shape.unknownEvents)
        frames.append(frame(30999, {{u"novelty"_s, QJsonArray{1, u"two"_s}}}, shape, serial));
    return frames;
}

} // namespace companion::sandbox
