// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/net/websocketframes.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <utility>

namespace companion {

using namespace Qt::StringLiterals;

namespace {

    constexpr quint16 protocolError = 1002;
    constexpr quint16 messageTooBig = 1009;

    constexpr quint8 lastBit = 0x80;
    constexpr quint8 reservedBits = 0x70;
    constexpr quint8 opcodeBits = 0x0F;
    constexpr quint8 controlBit = 0x08;
    constexpr quint8 maskBit = 0x80;
    constexpr quint8 lengthBits = 0x7F;
    constexpr quint8 longestShort = 125;
    constexpr quint8 length16 = 126;
    constexpr quint8 length64 = 127;

    bool isKnown(quint8 opcode)
    {
        return opcode <= quint8(WebSocketOpcode::Binary)
            || (opcode >= quint8(WebSocketOpcode::Close)
                && opcode <= quint8(WebSocketOpcode::Pong));
    }

    bool isControl(WebSocketOpcode opcode)
    {
        return (quint8(opcode) & controlBit) != 0;
    }

} // namespace

void WebSocketFrames::append(QByteArrayView bytes)
{
    if (m_isOver)
        return;
    m_input.remove(0, std::exchange(m_at, 0));
    m_input.append(bytes);
}

qsizetype WebSocketFrames::kept() const
{
    return m_input.size() - m_at + m_control.size() + m_message.size();
}

std::optional<WebSocketItem> WebSocketFrames::next()
{
    while (!m_isOver) {
        if (!m_frame) {
            if (auto violation = readHeader()) {
                m_isOver = true;
                return *violation;
            }
            if (!m_frame)
                return std::nullopt;
        }
        takePayload();
        if (m_frame->left > 0)
            return std::nullopt;
        if (auto item = finishFrame())
            return item;
    }
    return std::nullopt;
}

QString WebSocketFrames::problemWith(quint8 first, quint8 second) const
{
    const quint8 code = first & opcodeBits;
    if ((first & reservedBits) != 0)
        return u"reserved bits"_s; // no extension was asked for
    if ((second & maskBit) != 0)
        return u"a masked frame"_s;
    if (!isKnown(code))
        return u"an unknown kind of frame"_s;
    const auto opcode = static_cast<WebSocketOpcode>(code);
    if (isControl(opcode)) {
        if ((first & lastBit) == 0)
            return u"a control frame in pieces"_s;
        return (second & lengthBits) > longestShort ? u"a control frame too long"_s : QString();
    }
    if ((opcode == WebSocketOpcode::Continuation) == m_isInMessage)
        return {};
    return m_isInMessage ? u"a message within another"_s : u"a piece of no message"_s;
}

std::optional<WebSocketViolation> WebSocketFrames::readHeader()
{
    const QByteArrayView there = QByteArrayView(m_input).sliced(m_at);
    if (there.size() < 2)
        return std::nullopt;
    const auto first = static_cast<quint8>(there[0]);
    const auto second = static_cast<quint8>(there[1]);
    if (const QString problem = problemWith(first, second); !problem.isEmpty())
        return WebSocketViolation{protocolError, problem};

    quint64 length = second & lengthBits;
    const qsizetype more = length == length16 ? 2 : length == length64 ? 8 : 0;
    if (there.size() < 2 + more)
        return std::nullopt;
    // Lengths written longer than need be are let pass: where the frame ends is clear.
    if (more == 2)
        length = qFromBigEndian<quint16>(there.data() + 2);
    else if (more == 8)
        length = qFromBigEndian<quint64>(there.data() + 2);
    if ((length >> 63) != 0)
        return WebSocketViolation{protocolError, u"a length that is none"_s};
    m_at += 2 + more;
    m_frame = Frame{.opcode = static_cast<WebSocketOpcode>(first & opcodeBits),
                    .isLast = (first & lastBit) != 0,
                    .left = length};
    return isControl(m_frame->opcode) ? std::nullopt : beginPiece();
}

std::optional<WebSocketViolation> WebSocketFrames::beginPiece()
{
    if (m_frame->opcode != WebSocketOpcode::Continuation) {
        m_isInMessage = true;
        m_isWanted = m_frame->opcode == WebSocketOpcode::Text;
        m_messageSize = 0;
    }
    m_messageSize += m_frame->left; // both below 2^63
    if (m_messageSize > m_limits.skipped)
        return WebSocketViolation{messageTooBig, u"message too long"_s};
    if (m_messageSize > m_limits.kept)
        m_isWanted = false;
    if (!m_isWanted)
        m_message = {};
    return std::nullopt;
}

void WebSocketFrames::takePayload()
{
    const auto there = static_cast<quint64>(m_input.size() - m_at);
    const auto part = QByteArrayView(m_input).sliced(
        m_at, static_cast<qsizetype>(std::min(there, m_frame->left)));
    if (isControl(m_frame->opcode))
        m_control.append(part);
    else if (m_isWanted)
        m_message.append(part);
    m_at += part.size();
    m_frame->left -= static_cast<quint64>(part.size());
}

std::optional<WebSocketItem> WebSocketFrames::finishFrame()
{
    const Frame frame = *std::exchange(m_frame, std::nullopt);
    const auto control = std::exchange(m_control, {});
    switch (frame.opcode) {
    case WebSocketOpcode::Ping:
        return WebSocketPing{control};
    case WebSocketOpcode::Pong:
        return WebSocketPong{};
    case WebSocketOpcode::Close:
        m_isOver = true;
        return WebSocketClose{control.size() < 2 ? QByteArray() : control.first(2)};
    case WebSocketOpcode::Continuation:
    case WebSocketOpcode::Text:
    case WebSocketOpcode::Binary:
        break;
    }
    if (!frame.isLast)
        return std::nullopt;
    m_isInMessage = false;
    if (!m_isWanted)
        return WebSocketSkipped{m_messageSize};
    const auto message = std::exchange(m_message, {});
    return WebSocketText{.text = QString::fromUtf8(message),
                         .bytes = message.size(),
                         .isUtf8 = message.isValidUtf8()};
}

QByteArray maskedFrame(WebSocketOpcode opcode, QByteArrayView payload, quint32 mask)
{
    QByteArray frame;
    frame.reserve(payload.size() + 14);
    frame.append(static_cast<char>(lastBit | quint8(opcode)));
    const auto size = static_cast<quint64>(payload.size());
    if (size <= longestShort) {
        frame.append(static_cast<char>(maskBit | size));
    } else {
        std::array<char, 8> length{};
        qToBigEndian(size, length.data());
        const bool isShort = size <= 0xFFFF;
        frame.append(static_cast<char>(maskBit | (isShort ? length16 : length64)));
        frame.append(isShort ? QByteArrayView(length).last(2) : QByteArrayView(length));
    }
    std::array<char, 4> key{};
    qToBigEndian(mask, key.data());
    frame.append(QByteArrayView(key));
    for (qsizetype i = 0; i < payload.size(); ++i)
        frame.append(static_cast<char>(payload[i] ^ key.at(static_cast<std::size_t>(i) % 4)));
    return frame;
}

} // namespace companion
