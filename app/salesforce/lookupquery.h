// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/phonenumber.h"

#include <QHash>
#include <QJsonObject>
#include <QString>
#include <QStringList>

namespace companion::salesforce {

//! The fields by which records are found and shown, by object; from describe, or the standard ones.
using FieldsByObject = QHash<QString, QStringList>;
const FieldsByObject& standardPhoneFields();

//! What else a describe says may be asked for. A name of these that is missing is left out.
struct ObjectShape
{
    QStringList phoneFields;
    QStringList shownFields;
};
//! From a describe result; the standard shape when it is empty.
ObjectShape shapeOf(const QString& object, const QJsonObject& describe);

//! One SOSL question over all \p objects (salesforce-api.md 4.2, step 3).
QString phoneSearch(const PhoneNumber& number, const QStringList& objects,
                    const QHash<QString, ObjectShape>& shapes);
//! One composite request of exact SOQL questions, an object each (step 5).
QJsonObject exactQuestions(const PhoneNumber& number, const QStringList& objects,
                           const QHash<QString, ObjectShape>& shapes, const QString& versionPath);
//! The question for names or digits as typed so far (3.3).
QString typedSearch(const QString& typed, const QStringList& objects,
                    const QHash<QString, ObjectShape>& shapes);
QString recordQuestion(const QString& object, const QString& id, const ObjectShape& shape);

} // namespace companion::salesforce
