// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace companion::sandbox {

//! \brief One telephone of the office.
struct Extension
{
    int id = 0;
    QString number;
    QString name;
    QString email;
    QString mobile;
    QString presence = QStringLiteral("available");
    bool registered = true;
    bool dialsOut = true; //!< may reach the outside world

    [[nodiscard]] QJsonObject json() const; //!< a row of extension/list, cloudone-pbx-api.md A9
};

struct Trunk
{
    QString name;
    QString did;
};

//! \brief A queue or a ring group.
struct Group
{
    QString number;
    QString name;
    QStringList members;
};

//! \brief Who and what is attached to the PBX; the same office in every run.
struct Office
{
    QList<Extension> extensions;
    QList<Trunk> trunks;
    Group queue;
    Group ringGroup;

    static Office standard();

    [[nodiscard]] const Extension* extension(const QString& number) const;
    [[nodiscard]] Extension* extension(const QString& number);
    //! \brief By number, or by the words "queue" and "ringgroup".
    [[nodiscard]] const Group* group(const QString& numberOrKind) const;
    [[nodiscard]] Trunk trunk(const QString& name) const; //!< the first one for an unknown name
};

} // namespace companion::sandbox
