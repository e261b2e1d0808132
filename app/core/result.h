// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <utility>
#include <variant>

namespace companion {

//! \brief Why something could not be done, sorted by what can be done about it.
//!
//! `detail` is English text for the log: never shown as it is, never holding a token, a number or
//! a body. `sentence` is what a server said to the person (a validation rule's own words); it is
//! shown verbatim, as plain text, bounded. `code` is the server's own code, empty when it has none.
struct Error
{
    enum class Kind {
        Offline, //!< no network, refused, name not found, TLS failed
        Timeout,
        Unauthorized, //!< sign in again
        Forbidden, //!< signed in, but not allowed (rights, edition, address, blocked)
        RateLimited, //!< quota used up or too many at once
        Rejected, //!< the server understood and said no
        NotFound,
        Malformed, //!< the answer could not be read
        Storage,
        Unsupported, //!< this server cannot do it
        Cancelled,
    };

    Kind kind = Kind::Rejected;
    QString detail;
    QString code = {};
    QString sentence = {};
    QStringList fields = {}; //!< the names of the fields the server complained about

    friend bool operator==(const Error&, const Error&) = default;
};

//! Whether trying the same again later can help by itself.
constexpr bool isRetryable(Error::Kind kind)
{
    return kind == Error::Kind::Offline || kind == Error::Kind::Timeout
        || kind == Error::Kind::RateLimited || kind == Error::Kind::Malformed;
}

//! \brief A value or an Error, spelled like std::expected so that a later switch is a typedef.
template <typename T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    // NOLINTNEXTLINE(google-explicit-constructor): returning a value is the common case
    Result(T value) : m_content(std::in_place_index<0>, std::move(value)) {}
    // NOLINTNEXTLINE(google-explicit-constructor): as is returning an error
    Result(Error error) : m_content(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const { return m_content.index() == 0; }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] const T& value() const { return std::get<0>(m_content); }
    [[nodiscard]] T& value() { return std::get<0>(m_content); }
    [[nodiscard]] const Error& error() const { return std::get<1>(m_content); }
    const T& operator*() const { return value(); }
    T& operator*() { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

    friend bool operator==(const Result&, const Result&) = default;

private:
    std::variant<T, Error> m_content;
};

//! For operations with nothing to return.
using Done = std::monostate;

} // namespace companion
