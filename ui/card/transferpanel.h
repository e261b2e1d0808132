// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/ports/pbxlink.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace companion {

//! \brief Asks for whom a call goes to: a colleague by name, with presence, or any number; and
//! offers what the PBX can do with it (transfer at once, ask first, add to the call).
class TransferPanel : public QWidget
{
    Q_OBJECT

public:
    enum class Purpose { Transfer, AddParticipant };

    explicit TransferPanel(QWidget* parent = nullptr);

    void setColleagues(const QList<Colleague>& colleagues);
    void setActions(const QSet<CallAction>& actions);
    void open(Purpose purpose);
    [[nodiscard]] QLineEdit* field() const { return m_field; }

Q_SIGNALS:
    void chosen(companion::CallAction action, const QString& target);
    void cancelled();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void filter();
    void refreshButtons();
    void choose(CallAction action);
    [[nodiscard]] QString target() const;
    [[nodiscard]] CallAction mainAction() const;

    QList<Colleague> m_colleagues;
    QSet<CallAction> m_actions;
    Purpose m_purpose = Purpose::Transfer;
    QLineEdit* m_field = nullptr; // the layout's, as all of these
    QListWidget* m_list = nullptr;
    QLabel* m_nobody = nullptr; //!< says in the empty list why it is empty
    QPushButton* m_blind = nullptr;
    QPushButton* m_attended = nullptr;
    QPushButton* m_add = nullptr;
};

} // namespace companion
