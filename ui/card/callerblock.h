// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/callcard.h"

#include <QWidget>

namespace companion {

class ElidedLabel;

//! A round picture of the caller: initials, or a figure where there is no name.
class Avatar : public QWidget
{
    Q_OBJECT

public:
    explicit Avatar(QWidget* parent = nullptr);
    void setCaller(const QString& letters, const QString& iconName, const QString& object);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_letters;
    QString m_iconName;
    QString m_object;
};

//! Who it is: picture, name in large, number. Of one height whatever is known.
class CallerBlock : public QWidget
{
    Q_OBJECT

public:
    explicit CallerBlock(QWidget* parent = nullptr);
    void setCard(const CallCard& card);

private:
    Avatar* m_avatar = nullptr; // the layout's, as all of these
    ElidedLabel* m_name = nullptr;
    ElidedLabel* m_number = nullptr;
};

} // namespace companion
