// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/async.h"
#include "app/core/ports/secretstore.h"

#include <QHash>
#include <QList>

#include <functional>
#include <memory>
#include <utility>

namespace companion::test {

//! \brief SecretStore in memory; can be told to be out of reach, or to wait until it is unlocked.
class FakeSecretStore : public SecretStore
{
public:
    QHash<QString, QString> secrets = {};
    bool isReachable = true;

    void lock() { m_isLocked = true; }
    void unlock()
    {
        m_isLocked = false;
        const auto waiting = std::exchange(m_waiting, {});
        for (const auto& carryOut : waiting)
            carryOut();
    }

    QFuture<Result<QString>> read(const QString& name) override
    {
        if (!isReachable)
            return async::ready<QString>(unreachable());
        if (!secrets.contains(name))
            return async::ready<QString>(Error{Error::Kind::NotFound, QStringLiteral("none")});
        return async::ready<QString>(secrets.value(name));
    }
    QFuture<Result<Done>> write(const QString& name, const QString& secret) override
    {
        if (!isReachable)
            return async::ready<Done>(unreachable());
        if (m_isLocked) {
            auto promise = std::make_shared<async::Promise<Done>>();
            m_waiting.append([this, promise, name, secret] {
                secrets.insert(name, secret);
                promise->finish(Done{});
            });
            return promise->future();
        }
        secrets.insert(name, secret);
        return async::ready<Done>(Done{});
    }
    QFuture<Result<Done>> remove(const QString& name) override
    {
        if (!isReachable)
            return async::ready<Done>(unreachable());
        secrets.remove(name);
        return async::ready<Done>(Done{});
    }
    [[nodiscard]] bool isPersistent() const override { return isReachable; }

private:
    bool m_isLocked = false;
    QList<std::function<void()>> m_waiting = {};

    static Error unreachable() { return {Error::Kind::Storage, QStringLiteral("no key store")}; }
};

} // namespace companion::test
