// SPDX-FileCopyrightText: 2026 Cloud One Companion contributors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/bringup.h"

#include <QEvent>
#include <QWidget>
#include <QWindow>

namespace companion {

namespace {

    //! Waits until a window is on the screen, and gives it its size then.
    class Placing : public QObject
    {
    public:
        explicit Placing(QWidget* window) : QObject(window), m_window(window)
        {
            window->windowHandle()->installEventFilter(this);
        }

        void setSize(const QSize& size) { m_size = size; }

        bool eventFilter(QObject* watched, QEvent* event) override
        {
            if (event->type() == QEvent::Expose && m_window->windowHandle()->isExposed()) {
                watched->removeEventFilter(this);
                m_window->resize(m_size);
                deleteLater();
            }
            return QObject::eventFilter(watched, event);
        }

    private:
        QWidget* m_window;
        QSize m_size;
    };

    Placing* placingOf(QWidget* window)
    {
        const auto& children = window->children();
        for (auto* child : children)
            if (auto* placing = dynamic_cast<Placing*>(child))
                return placing;
        return nullptr;
    }

} // namespace

void bringUp(QWidget* window)
{
    window->show();
    window->raise();
    window->activateWindow();
}

void resizePlaced(QWidget* window, const QSize& size)
{
    if (auto* placing = placingOf(window))
        return placing->setSize(size);
    const auto* native = window->windowHandle();
    if (!window->isVisible() || !native || native->isExposed())
        return window->resize(size);
    (new Placing(window))->setSize(size);
}

} // namespace companion
