// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/async.h"
#include "app/core/ports/secretstore.h"

#include <QHash>

namespace companion::test {

//! \brief SecretStore in memory; can be told to be out of reach.
class FakeSecretStore : public SecretStore
{
public:
    QHash<QString, QString> secrets = {};
    bool isReachable = true;

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
    static Error unreachable() { return {Error::Kind::Storage, QStringLiteral("no key store")}; }
};

} // namespace companion::test
