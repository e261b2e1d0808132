// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <optional>
#include <variant>

namespace companion {

enum class WebSocketOpcode : quint8 {
    Continuation = 0x0,
    Text = 0x1,
    Binary = 0x2,
    Close = 0x8,
    Ping = 0x9,
    Pong = 0xA,
};

//! What is not UTF-8 in it has become U+FFFD: a caller's name in another encoding must not cost the
//! call.
struct WebSocketText
{
    QString text;
    qsizetype bytes = 0;
    bool isUtf8 = true;
    friend bool operator==(const WebSocketText&, const WebSocketText&) = default;
};

//! A message that nobody wants: binary, or beyond the limit. None of it was kept.
struct WebSocketSkipped
{
    quint64 bytes = 0;
    friend bool operator==(const WebSocketSkipped&, const WebSocketSkipped&) = default;
};

struct WebSocketPing
{
    QByteArray payload;
    friend bool operator==(const WebSocketPing&, const WebSocketPing&) = default;
};

struct WebSocketPong
{
    friend bool operator==(const WebSocketPong&, const WebSocketPong&) = default;
};

struct WebSocketClose
{
    QByteArray code; //!< two bytes as they came, or none
    friend bool operator==(const WebSocketClose&, const WebSocketClose&) = default;
};

//! After it nobody can say where the next frame begins: the connection has to end.
struct WebSocketViolation
{
    quint16 closeCode = 0;
    QString why; //!< for the log
    friend bool operator==(const WebSocketViolation&, const WebSocketViolation&) = default;
};

using WebSocketItem = std::variant<WebSocketText, WebSocketSkipped, WebSocketPing, WebSocketPong,
                                   WebSocketClose, WebSocketViolation>;

//! \brief A server's bytes, cut anywhere, read as what it says (RFC 6455, 5).
//!
//! Keeps one message at most. Nothing comes after a close or a violation.
class WebSocketFrames
{
public:
    struct Limits
    {
        quint64 kept = 64ULL * 1024 * 1024; //!< of a message; a longer one is skipped
        //! Of a message that is skipped. Beyond it the way to the next one takes longer than to
        //! connect again.
        quint64 skipped = 1024ULL * 1024 * 1024;
    };

    WebSocketFrames() = default;
    explicit WebSocketFrames(const Limits& limits) : m_limits(limits) {}

    void append(QByteArrayView bytes);
    //! Nothing: more bytes are needed.
    std::optional<WebSocketItem> next();
    [[nodiscard]] qsizetype kept() const; //!< bytes that are held back

private:
    struct Frame
    {
        WebSocketOpcode opcode = WebSocketOpcode::Continuation;
        bool isLast = true;
        quint64 left = 0; //!< of its payload
    };

    QString problemWith(quint8 first, quint8 second) const;
    std::optional<WebSocketViolation> readHeader();
    std::optional<WebSocketViolation> beginPiece();
    void takePayload();
    std::optional<WebSocketItem> finishFrame();

    Limits m_limits;
    QByteArray m_input;
    qsizetype m_at = 0; //!< how much of it has been read
    std::optional<Frame> m_frame;
    QByteArray m_control; //!< payload of a control frame, which may come between two pieces
    QByteArray m_message; //!< pieces so far
    quint64 m_messageSize = 0;
    bool m_isInMessage = false;
    bool m_isWanted = false;
    bool m_isOver = false;
};

//! What a client sends.
QByteArray maskedFrame(WebSocketOpcode opcode, QByteArrayView payload, quint32 mask);

} // namespace companion
