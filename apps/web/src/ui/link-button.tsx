// A button that leads somewhere: a real link, so that it can be opened in another tab.
import { createLink } from '@tanstack/react-router';
import { Button } from 'antd';

export const LinkButton = createLink(Button);
