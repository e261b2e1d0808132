// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace companion {

class IconMark;

//! \brief Stands in the middle of an empty list and says why it is empty. Lies over \p list and
//! follows its size.
class EmptyHint : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyHint(QWidget* list);

    void tell(const QString& iconName, const QString& sentence, const QString& more = {});
    [[nodiscard]] QString text() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    IconMark* m_mark;
    QLabel* m_sentence;
    QLabel* m_more;
};

} // namespace companion
