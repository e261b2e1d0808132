// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

// Any bytes as what a server sends on a WebSocket, and as its answer to the upgrade: the same
// whether it comes whole or cut, never more kept than allowed, and nothing after the end.
#include "app/net/websocketframes.h"
#include "app/net/websocketupgrade.h"

#include <QList>

#include <algorithm>
#include <cstdlib>

using namespace companion;

namespace {

constexpr WebSocketFrames::Limits limits{.kept = 200, .skipped = 2000};

QList<WebSocketItem> readAll(WebSocketFrames& frames)
{
    QList<WebSocketItem> items;
    while (auto item = frames.next()) {
        if (const auto* text = std::get_if<WebSocketText>(&*item);
            text && static_cast<quint64>(text->bytes) > limits.kept)
            std::abort();
        items.append(*item);
    }
    return items;
}

void readFrames(QByteArrayView bytes)
{
    WebSocketFrames whole(limits);
    whole.append(bytes);
    const auto items = readAll(whole);
    for (qsizetype i = 0; i + 1 < items.size(); ++i)
        if (std::holds_alternative<WebSocketViolation>(items[i])
            || std::holds_alternative<WebSocketClose>(items[i]))
            std::abort();

    constexpr qsizetype longestHeader = 10;
    constexpr qsizetype longestControl = 125;
    const qsizetype step = bytes.size() % 7 + 1;
    WebSocketFrames cut(limits);
    QList<WebSocketItem> same;
    for (qsizetype at = 0; at < bytes.size(); at += step) {
        cut.append(bytes.sliced(at, std::min(step, bytes.size() - at)));
        same += readAll(cut);
        if (cut.kept() > qsizetype(limits.kept) + longestControl + longestHeader + step)
            std::abort();
    }
    if (same != items)
        std::abort();
}

void readAnswer(const QByteArray& bytes)
{
    const QByteArray key = QByteArrayLiteral("dGhlIHNhbXBsZSBub25jZQ==");
    const auto answer = readUpgrade(bytes, key, {QStringLiteral("ari")});
    if (!answer)
        return;
    if (*answer && (answer->value() <= 0 || answer->value() > bytes.size()))
        std::abort();
    // What was decided by a part is not changed by the rest.
    if (readUpgrade(bytes + "\r\n\r\nx", key, {QStringLiteral("ari")}) != answer)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const QByteArray bytes(reinterpret_cast<const char*>(data), static_cast<qsizetype>(size));
    readFrames(bytes);
    readAnswer(bytes);
    // The answers of a server are lines, the seeds are too: here a tilde ends one.
    readAnswer(QByteArray(bytes).replace('~', '\n'));
    return 0;
}
