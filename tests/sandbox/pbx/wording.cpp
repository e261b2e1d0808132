// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sandbox/pbx/wording.h"

#include <QRandomGenerator>

#include <array>
#include <utility>

namespace companion::sandbox {

using namespace Qt::StringLiterals;

namespace {

    constexpr std::array kMessages{
        std::pair{-2, "INTERNAL SERVER ERROR"},
        std::pair{-1, "FAILURE"},
        std::pair{0, "SUCCESS"},
        std::pair{10001, "INTERFACE NOT EXISTED"},
        std::pair{10004, "TOKEN EXPIRED"},
        std::pair{10005, "ACCESS DENIED"},
        std::pair{10009, "OPERATION FAILED"},
        std::pair{40001, "PARAMETER SYNTAX ERROR"},
        std::pair{40002, "PARAMETER ERROR"},
        std::pair{40003, "DUPLICATE KEY VALUE"},
        std::pair{60001, "DATA NOT FOUND"},
        std::pair{60002, "MAX LIMITATION EXCEEDED"},
        std::pair{70004, "ACCOUNT IP BLOCKED"},
        std::pair{70084, "ACTION FORBIDDEN"},
        std::pair{70087, "IP FORBIDDEN"},
        std::pair{70093, "PHONEBOOK_NOT_EXISTED"},
        std::pair{70123, "API UNAVAILABLE"},
        std::pair{70128, "CONTACTS_NOT_EXISTED"},
        std::pair{70130, "CAHNNEL ID NOT FOUND"},
        std::pair{70132, "OPERATION NOT SUPPORTED"},
        std::pair{70510, "MAX PARTICIPANTS EXCEEDED"},
    };

} // namespace

QByteArray randomWord(int length)
{
    constexpr QByteArrayView letters =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    QByteArray word;
    for (int i = 0; i < length; ++i)
        word += letters[QRandomGenerator::system()->bounded(int(letters.size()))];
    return word;
}

QString errorMessage(int code)
{
    for (const auto& [known, message] : kMessages) {
        if (known == code)
            return QString::fromLatin1(message);
    }
    return u"FAILURE"_s;
}

QJsonObject refusal(int code)
{
    return {{u"errcode"_s, code}, {u"errmsg"_s, errorMessage(code)}};
}

QJsonObject parameterRefusal(const QString& field, const QString& validation)
{
    auto envelope = refusal(40002);
    envelope.insert(
        "invalid_param_list"_L1,
        QJsonArray{QJsonObject{{u"field"_s, field}, {u"validation_type"_s, validation}}});
    return envelope;
}

QJsonObject success(QJsonObject content)
{
    content.insert("errcode"_L1, 0);
    content.insert("errmsg"_L1, u"SUCCESS"_s);
    return content;
}

} // namespace companion::sandbox
