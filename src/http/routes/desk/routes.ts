import type { Service } from '../../../service.js';
import type { Route } from '../../route.js';
import { articleListRoutes } from './articles.js';
import { articleRoutes } from './article.js';
import { explainRoutes } from './explain.js';
import { importRoutes } from './import.js';
import { newArticleRoutes } from './new.js';
import { runRoutes } from './runs.js';
import { groupRoutes } from './group.js';
import { proposalRoutes } from './proposals.js';
import { queryRoutes } from './queries.js';
import { signInRoutes } from './sign-in.js';
import { sourceRoutes } from './sources.js';
import { stateRoutes } from './state.js';
import { wordHistoryRoutes } from './words-history.js';
import { wordListRoutes } from './words.js';

/** Every page of the editors' desk; each section is one entry. */
export const deskRoutes = (service: Service): Route[] => [
  ...stateRoutes(service),
  ...signInRoutes(service),
  ...articleListRoutes(service),
  ...newArticleRoutes(service),
  ...articleRoutes(service),
  ...importRoutes(service),
  ...runRoutes(service),
  ...explainRoutes(service),
  ...wordListRoutes(service),
  ...groupRoutes(service),
  ...wordHistoryRoutes(service),
  ...proposalRoutes(service),
  ...queryRoutes(service),
  ...sourceRoutes(service),
];
