// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/crmlink.h"

#include <QWidget>

namespace companion {

//! \brief The input for one field of a record, as describe says it is: text, list, date, …
//!
//! Its value is always spelled as the API wants it; empty when nothing was entered.
class CrmFieldInput : public QWidget
{
    Q_OBJECT

public:
    explicit CrmFieldInput(const CrmField& field, QWidget* parent = nullptr);

    [[nodiscard]] QString value() const;
    void setValue(const QString& value);
    //! The widget that takes the keys; carries the field's API name as its object name.
    [[nodiscard]] QWidget* editor() const { return m_editor; }

Q_SIGNALS:
    void edited();

private:
    QWidget* makeEditor(const CrmField& field);
    QWidget* makePicklist(const CrmField& field);
    QWidget* makeDate();
    QWidget* makeLine(const CrmField& field);
    QWidget* makeText(const CrmField& field);

    QWidget* m_editor;
};

} // namespace companion
