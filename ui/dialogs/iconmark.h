// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme.h"

#include <QWidget>

namespace companion {

//! \brief One of our icons as a quiet picture beside text. Painted live, so that it follows the
//! theme; says nothing to a screen reader unless it is given a name.
class IconMark : public QWidget
{
    Q_OBJECT

public:
    explicit IconMark(QString name, IconTint tint = IconTint::Text, QWidget* parent = nullptr);

    void setIcon(const QString& name, IconTint tint);
    void setTextRole(TextRole role); //!< as tall as a line of this size
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_name;
    IconTint m_tint;
    TextRole m_role = TextRole::Body;
};

} // namespace companion
