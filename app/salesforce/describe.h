// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/crmlink.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace companion::salesforce {

//! \brief What of an object's description concerns us, as the signed-in user may see it.
//!
//! A whole description has a megabyte and more; this is kept instead.
struct ObjectShape
{
    QStringList phoneFields = {}; //!< all of type phone, the org's own too
    QStringList shownFields = {}; //!< what else a record is shown by; dotted ones of its parents
    QList<CrmField> offered = {}; //!< for a new record: the required ones and the usual ones
    QHash<QString, CrmField::Kind> writable = {}; //!< all that may be given to a new record
    QHash<QString, QStringList> choices = {}; //!< of Task's picklists
    bool isVisible = true; //!< to this user, and may be queried
    bool isCreateable = true;

    friend bool operator==(const ObjectShape&, const ObjectShape&) = default;
};

using Shapes = QHash<QString, ObjectShape>;

//! From a describe result; what every org has when it is empty.
ObjectShape shapeOf(const QString& object, const QJsonObject& describe);
//! Of an object that is hidden from this user.
ObjectShape hiddenShape();
//! Without the fields of parent records, which may be hidden although the reference is not.
ObjectShape withoutParents(ObjectShape shape);

} // namespace companion::salesforce
