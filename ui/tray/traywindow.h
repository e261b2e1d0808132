// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/core/linkstate.h"
#include "ui/tray/trayimage.h"

#include <QWidget>

class QLabel;
class QVBoxLayout;

namespace companion {

class ElidedLabel;

//! \brief The home window where the desktop has no tray: both links' state, current calls, and the
//! tray menu's actions as a list. Closing it only puts it away, for nothing else is left to click.
class TrayWindow : public QWidget
{
    Q_OBJECT

public:
    explicit TrayWindow(const QList<QAction*>& menuActions, QWidget* parent = nullptr);

    void setLook(const TrayLook& look); //!< the window's icon comes from outside
    void setStatus(const PbxStatus& pbx, const CrmStatus& crm, bool isPaused);
    void setCalls(const QStringList& lines);
    void showMessage(const QString& sentence);

Q_SIGNALS:
    void showCardsRequested();

protected:
    void closeEvent(QCloseEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildStatus();
    QWidget* buildActions(const QList<QAction*>& menuActions);

    QLabel* m_picture = nullptr; // the layout's, as all of these
    ElidedLabel* m_pbx = nullptr;
    ElidedLabel* m_crm = nullptr;
    ElidedLabel* m_message = nullptr;
    QVBoxLayout* m_calls = nullptr;
};

} // namespace companion
